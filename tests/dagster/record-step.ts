import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { onTestFinished } from "vitest";

/** How Dagster starts a step, and how it wants to be told of it. */
export interface StepRequest {
  readonly command: readonly string[];
  readonly key: string;
  /** Names of the asset's checks. Default: none. */
  readonly checks?: readonly string[];
  /** How the context is handed over. Default: in a temporary file. */
  readonly injector?: "temp" | "file" | "env";
  /** How messages are read by the client of subprocesses. Default: from a temporary file. */
  readonly reader?: "temp" | "file";
  /** The parameters of messages in a stream, read as from a pod's log, in place of `reader`. */
  readonly stream?: Readonly<Record<string, string>>;
  /** Whether the parameters are passed as arguments; with `stream` only. */
  readonly arguments?: boolean;
}

interface RecordedError {
  readonly className: string | null;
  readonly message: string;
  readonly cause: RecordedError | null;
}

type RecordedMetadata = Readonly<Record<string, { readonly type: string; readonly value: unknown }>>;

/** What Dagster recorded of a run of one step. */
export interface Recorded {
  readonly success: boolean;
  readonly runId: string;
  readonly materializations: readonly { readonly key: string; readonly metadata: RecordedMetadata; readonly dataVersion: string | null }[];
  readonly checks: readonly { readonly name: string; readonly passed: boolean; readonly severity: string; readonly metadata: RecordedMetadata }[];
  /** Level and message. */
  readonly logs: readonly (readonly [string, string])[];
  readonly errors: readonly { readonly type: string; readonly step: string | null; readonly text: string; readonly error: RecordedError }[];
}

/** Starts Dagster in a process. `recorded` waits for its end; it throws if Dagster itself failed. */
export async function startStep(bin: string, request: StepRequest) {
  const folder = await mkdtemp(path.join(tmpdir(), "floe-pipes-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, "recorded.json");
  const full = { checks: [], injector: "temp", reader: "temp", stream: null, arguments: false, ...request };
  const dagster = execa(path.join(bin, "python"), [path.join(import.meta.dirname, "record-step.py"), JSON.stringify(full), file], {
    reject: false,
    stdin: "ignore",
    all: true,
    env: { PATH: process.env["PATH"] ?? "", HOME: folder, TMPDIR: folder, DAGSTER_DISABLE_TELEMETRY: "yes" },
    extendEnv: false,
    timeout: 120_000,
  });
  const recorded = async (): Promise<Recorded & { readonly all: string }> => {
    const { exitCode, all } = await dagster;
    if (exitCode !== 0) throw new Error(`Dagster ended with ${exitCode ?? "a signal"}: ${all}`);
    return { ...(JSON.parse(await readFile(file, "utf8")) as Recorded), all };
  };
  return { process: dagster, recorded };
}

/** Runs a step to its end. */
export async function recordStep(bin: string, request: StepRequest): Promise<Recorded & { readonly all: string }> {
  const { recorded } = await startStep(bin, request);
  return recorded();
}
