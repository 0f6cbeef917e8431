import { readFileSync } from "node:fs";
import path from "node:path";
import { fakeDagster, SERVER_INFO, type FakeAnswer, type FakeDagster, type SeenRequest } from "./fake-dagster.ts";

/** What is seen of the run when it is looked at; the last look stays. */
export interface WireLook {
  readonly status: string;
  /** Of the log, as GraphQL writes them. */
  readonly events?: readonly unknown[];
}

/** An event of a step, as GraphQL writes it. */
export function wireEvent(kind: string, stepKey: string, at: number, parts: Readonly<Record<string, unknown>> = {}): unknown {
  return { __typename: kind, stepKey, timestamp: String(at), message: kind, ...parts };
}

/**
 * A webserver whose code location `shop` lives in `folder`: it serves what it found there when it was last loaded. Every
 * launch is the run `one`, which is as `looks` has it. `answer` comes first.
 */
export async function servingDagster(
  folder: string,
  { looks = [], answer = () => undefined }: { readonly looks?: readonly WireLook[]; readonly answer?: (request: SeenRequest) => FakeAnswer | undefined } = {},
): Promise<FakeDagster> {
  let jobs: readonly unknown[] = [];
  let schedules: readonly Readonly<Record<string, unknown>>[] = [];
  let isTerminated = false;
  let look: WireLook = { status: "QUEUED" };
  const left = [...looks];
  const load = (): void => {
    const { jobs: written = [] } = read(path.join(folder, "floe.json")) as { jobs?: { name: string; tags: Record<string, string> }[] };
    jobs = written.map(({ name, tags }) => ({ name, tags: Object.entries(tags).map(([key, value]) => ({ key, value })) }));
    schedules = (read(path.join(folder, "schedules.json")) as { schedules?: typeof schedules }).schedules ?? [];
  };
  const data = ({ operation, variables }: SeenRequest): unknown => {
    switch (operation) {
      case "FloeDaemonHealth":
        return { instance: { daemonHealth: { allDaemonStatuses: [] } } };
      case "FloeLocationEntry": {
        const location = { __typename: "RepositoryLocation", isReloadSupported: true, repositories: [{ name: "__repository__", jobs }] };
        return { workspaceLocationEntryOrError: { __typename: "WorkspaceLocationEntry", name: "shop", loadStatus: "LOADED", locationOrLoadError: location } };
      }
      case "FloeReloadLocation":
        load();
        return { reloadRepositoryLocation: { __typename: "WorkspaceLocationEntry", name: "shop" } };
      case "FloeSchedule": {
        const name = (variables["selector"] as { scheduleName: string }).scheduleName;
        const found = schedules.find((one) => one["name"] === name);
        if (found === undefined) return { scheduleOrError: { __typename: "ScheduleNotFoundError" } };
        const { cron, timezone, job } = found;
        return { scheduleOrError: { __typename: "Schedule", id: "s", cronSchedule: cron, executionTimezone: timezone, pipelineName: job, scheduleState: { status: "STOPPED" } } };
      }
      case "FloePoolLimits":
        return { instance: { supportsConcurrencyLimits: true, concurrencyLimits: [], poolConfig: null } };
      case "FloeSetPoolLimit":
        return { setConcurrencyLimit: true };
      case "FloeLaunchRun":
        return { launchRun: { __typename: "LaunchRunSuccess", run: { runId: "one" } } };
      case "FloeTerminateRun":
        isTerminated = true;
        return { terminateRun: { __typename: "TerminateRunSuccess" } };
      case "FloeRunState": {
        look = isTerminated ? { status: "CANCELED" } : (left.shift() ?? { ...look, events: [] });
        return { runOrError: { __typename: "Run", status: look.status, creationTime: 1, endTime: isTerminated || left.length === 0 ? 9 : null } };
      }
      case "FloeRunLogs":
        return { logsForRun: { __typename: "EventConnection", cursor: "c", hasMore: false, events: look.events ?? [] } };
      default:
        throw new Error(`Cannot answer ${operation}`);
    }
  };
  return fakeDagster((request) => answer(request) ?? (request.operation === "server_info" ? { status: 200, body: SERVER_INFO } : { data: data(request) }));
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
