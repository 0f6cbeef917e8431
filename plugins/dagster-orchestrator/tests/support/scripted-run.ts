import type { DagsterEvent } from "../../src/graphql/dagster-event.ts";
import { onTheWire } from "./events.ts";
import { scriptedClient } from "./scripted-client.ts";

/** What is seen of a run when it is looked at: its status, and what has been logged since the last look. */
export interface Look {
  readonly status: string;
  readonly events?: readonly DagsterEvent[];
  /** Thrown instead of the status. */
  readonly error?: Error;
}

export type ScriptedRun = ReturnType<typeof scriptedRun>;

/** A Dagster with one run, which is at each look as the script has it; the last one stays. */
export function scriptedRun(looks: readonly Look[], answer: (operation: string, variables: Readonly<Record<string, unknown>>) => unknown = () => undefined) {
  let index = -1;
  const terminations: unknown[] = [];
  const client = scriptedClient((operation, variables) => {
    const own = answer(operation, variables);
    if (own instanceof Error) throw own;
    if (own !== undefined) return own;
    switch (operation) {
      case "FloePoolLimits":
        return { instance: { supportsConcurrencyLimits: true, concurrencyLimits: [], poolConfig: null } };
      case "FloeSetPoolLimit":
        return { setConcurrencyLimit: true };
      case "FloeLaunchRun":
        return { launchRun: { __typename: "LaunchRunSuccess", run: { runId: "one" } } };
      case "FloeTerminateRun":
        terminations.push(variables["policy"]);
        return { terminateRun: { __typename: "TerminateRunSuccess" } };
      case "FloeRunState": {
        index = Math.min(index + 1, looks.length - 1);
        const look = looks[index]!;
        if (look.error !== undefined) throw look.error;
        const isOver = ["SUCCESS", "FAILURE", "CANCELED"].includes(look.status);
        return { runOrError: { __typename: "Run", status: look.status, creationTime: 1, endTime: isOver ? 9 : null } };
      }
      case "FloeRunLogs": {
        // One event a page; the cursor counts them, over all looks so far.
        const all = looks.slice(0, index + 1).flatMap(({ events = [] }) => events);
        const from = variables["cursor"] === null ? 0 : Number(variables["cursor"]);
        const page = all.slice(from, from + 1);
        const cursor = from + page.length;
        return { logsForRun: { __typename: "EventConnection", cursor: String(cursor), hasMore: cursor < all.length, events: page.map(onTheWire) } };
      }
      default:
        throw new Error(`Cannot answer ${operation}`);
    }
  });
  return { client, terminations };
}
