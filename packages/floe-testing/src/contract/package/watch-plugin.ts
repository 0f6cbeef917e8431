import { fork, type ChildProcess } from "node:child_process";
import { reasonOf } from "floe-core";
import type { ContractClause } from "../contract-clause.ts";
import type { ClauseOutcome } from "../contract-report.ts";
import { ContractSetupError } from "../contract-setup-error.ts";
import type { Hook } from "../trial/hook.ts";
import type { PluginJob, PluginMessage } from "./plugin-message.ts";
import type { ProcessEnd, SeenProcess } from "./process-end.ts";
import { killTree } from "./kill-tree.ts";

/** How a plugin's process is watched. */
export interface ProcessOptions {
  /** The module that the process runs. */
  readonly module: URL;
  /** For everything, in milliseconds. */
  readonly limitMs: number;
  readonly limits: ProcessLimits;
  readonly signal: AbortSignal;
  readonly onOutcome: (outcome: ClauseOutcome) => void;
}

/** How long a plugin's process is waited for, in milliseconds. */
export interface ProcessLimits {
  /** For a sign of life: longer than a slow import takes. */
  readonly silenceMs: number;
  /** For one clause: longer than the limits of all calls that a clause makes. */
  readonly clauseMs: number;
  /** For its end, once all was tried. */
  readonly endMs: number;
}

/** What a suite waits for by default. */
export const PROCESS_LIMITS: ProcessLimits = Object.freeze({ silenceMs: 4000, clauseMs: 10_000, endMs: 1000 });

/**
 * Starts the process of one plugin and watches it until it is over, which it is within the limit, whatever the plugin
 * does.
 *
 * @throws ContractSetupError if it cannot be tried at all; the signal's reason.
 */
export async function watchPlugin(job: PluginJob, options: ProcessOptions): Promise<SeenProcess> {
  options.signal.throwIfAborted();
  const watch = new ProcessWatch(job, options);
  const stop = (): void => watch.stop();
  options.signal.addEventListener("abort", stop, { once: true });
  process.once("exit", stop);
  try {
    const seen = await watch.seen;
    options.signal.throwIfAborted();
    return seen;
  } finally {
    options.signal.removeEventListener("abort", stop);
    process.off("exit", stop);
  }
}

class ProcessWatch {
  readonly seen: Promise<SeenProcess>;
  readonly #child: ChildProcess;
  readonly #options: ProcessOptions;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #outcomes: ClauseOutcome[] = [];
  readonly #uncaught: string[] = [];
  #underWay: ContractClause | undefined;
  #calling: Hook | undefined;
  #resources: readonly string[] = [];
  #stopped: ProcessEnd | undefined;
  #isDone = false;
  #said = "";
  #refused: string | undefined;

  constructor(job: PluginJob, options: ProcessOptions) {
    this.#options = options;
    const { module, limitMs } = options;
    this.#child = fork(module, [JSON.stringify(job)], {
      // As who installs the plugin starts it: nothing of the suite's own loaders.
      execArgv: [],
      // Its temporary files go with the application: a process that is stopped cannot remove them itself.
      env: { ...process.env, NODE_OPTIONS: "", NODE_PATH: "", TMPDIR: job.application, TEMP: job.application, TMP: job.application },
      cwd: job.application,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      // A group of its own, so that what it starts can be stopped with it.
      detached: process.platform !== "win32",
    });
    this.#child.stdout?.resume();
    this.#child.stderr?.on("data", (chunk: Buffer) => (this.#said = (this.#said + chunk.toString()).slice(-2000)));
    this.#child.on("message", (message) => this.#hear(message as PluginMessage));
    this.#limit("all", limitMs, () => ({ kind: "overdue" }));
    this.#heard();
    this.seen = this.#over();
  }

  stop(end: ProcessEnd = { kind: "overdue" }): void {
    this.#stopped ??= end;
    killTree(this.#child);
  }

  async #over(): Promise<SeenProcess> {
    const how = await ended(this.#child);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    // What it started has no one to stop it any more.
    killTree(this.#child);
    if (this.#refused !== undefined) {
      throw new ContractSetupError(this.#refused, "Mend the package.json of the plugin, or the installation of floe-testing.");
    }
    const isAtEnd = this.#isDone && how === "ended the process with exit code 0";
    const said = this.#said.split("\n").map((line) => line.trim()).find((line) => /error|abort|fatal/i.test(line));
    const left: ProcessEnd = { kind: "left", how: said === undefined ? how : `${how}: ${said}` };
    const end = this.#stopped ?? (isAtEnd ? { kind: "done" } : left);
    return {
      outcomes: this.#outcomes,
      underWay: this.#underWay,
      calling: this.#calling,
      uncaught: this.#uncaught,
      end: end.kind === "open" ? { kind: "open", resources: this.#resources } : end,
    };
  }

  #hear(message: PluginMessage): void {
    if (this.#stopped !== undefined) return;
    if (!this.#isDone) this.#heard();
    switch (message.kind) {
      case "trying":
        this.#underWay = message.clause;
        this.#limit("clause", this.#options.limits.clauseMs, (afterMs) => ({ kind: "overrun", afterMs }));
        break;
      case "calling":
        this.#calling = message.hook ?? undefined;
        break;
      case "outcome":
        this.#underWay = undefined;
        this.#outcomes.push(message.outcome);
        this.#options.onOutcome(message.outcome);
        break;
      case "uncaught":
        this.#uncaught.push(message.reason);
        break;
      case "done":
        this.#isDone = true;
        for (const timer of this.#timers.values()) clearTimeout(timer);
        this.#limit("end", this.#options.limits.endMs, () => ({ kind: "open", resources: [] }));
        break;
      case "open":
        this.#resources = message.resources.filter((kind) => !/^(PipeWrap|Pipe|TTYWrap)$/i.test(kind));
        break;
      case "refused":
        this.#refused = message.reason;
        break;
      case "alive":
    }
  }

  #heard(): void {
    this.#limit("silence", this.#options.limits.silenceMs, (afterMs) => ({ kind: "blocked", afterMs }));
  }

  #limit(name: string, milliseconds: number, end: (afterMs: number) => ProcessEnd): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(
      name,
      setTimeout(() => this.stop(end(milliseconds)), milliseconds),
    );
  }
}

/** How a process ended, in words, once it has said all that it had to say. */
async function ended(child: ChildProcess): Promise<string> {
  const closed = new Promise<void>((resolve) => child.once("disconnect", resolve));
  const how = await new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`could not be started: ${reasonOf(error)}`));
    child.once("exit", (code, signal) =>
      resolve(signal === null ? `ended the process with exit code ${code ?? 0}` : `crashed the process (${signal})`),
    );
  });
  if (child.connected) await closed;
  return how;
}
