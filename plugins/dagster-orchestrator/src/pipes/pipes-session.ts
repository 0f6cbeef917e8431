import { reasonOf } from "floe-core";
import { DagsterPipesError } from "../errors/dagster-pipes-error.ts";
import { findBootstrap } from "./find-bootstrap.ts";
import { loadContext, type PipesContextData } from "./load-context.ts";
import type { MessageWriter } from "./message-writer.ts";
import { openWriter, type Streams } from "./open-writer.ts";
import { messageLine, type PipesException, type PipesLogLevel, type PipesMethods } from "./pipes-message.ts";

/** What `openPipes` looks at. */
export interface PipesEnvironment extends Streams {
  /** Of the process. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Opens a session with the Dagster that started this process; undefined if none did.
 *
 * @throws DagsterPipesError
 */
export async function openPipes({ args, env, ...streams }: PipesEnvironment): Promise<PipesSession | undefined> {
  const bootstrap = findBootstrap(args, env);
  if (bootstrap === undefined) return undefined;
  const context = await loadContext(bootstrap.context);
  const writer = await openWriter(bootstrap.messages, streams);
  const session = new PipesSession(context, writer);
  try {
    await session.open();
  } catch (error) {
    await writer.close().catch(() => {
      // It was of no use before: why is what counts.
    });
    throw error;
  }
  return session;
}

/**
 * What a process tells Dagster about one step. Messages arrive in the order of the calls. With the first that cannot be
 * written, every call rejects: Dagster would not see what follows in its place.
 *
 * Every method rejects with a DagsterPipesError for what Dagster would not take, and for what does not reach it.
 */
export class PipesSession {
  readonly context: PipesContextData;
  readonly #writer: MessageWriter;
  readonly #materialized = new Set<string>();
  #last: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(context: PipesContextData, writer: MessageWriter) {
    this.context = context;
    this.#writer = writer;
  }

  /** Has to be the first call. */
  open(): Promise<void> {
    return this.#send("opened", { extras: {} });
  }

  log(level: PipesLogLevel, message: string): Promise<void> {
    return this.#send("log", { message, level });
  }

  /** Passes on what the process printed, where Dagster asked for it; nothing where it reads that by itself. */
  async printed(stream: "stdout" | "stderr", text: string): Promise<void> {
    if (this.#writer.includesStdio) await this.#send("log_external_stream", { stream, text, extras: {} });
  }

  /** Once for each asset. */
  async reportMaterialization(report: PipesMethods["report_asset_materialization"]): Promise<void> {
    this.#checkScope(report.asset_key);
    if (this.#materialized.has(report.asset_key)) throw misuse(`asset "${report.asset_key}" was reported already`);
    this.#materialized.add(report.asset_key);
    await this.#send("report_asset_materialization", report);
  }

  async reportCheck(report: PipesMethods["report_asset_check"]): Promise<void> {
    this.#checkScope(report.asset_key);
    await this.#send("report_asset_check", report);
  }

  /** Ends the session: for good, or with what went wrong. Safe twice; nothing can follow. */
  async close(exception?: PipesException): Promise<void> {
    if (this.#isClosed) return;
    const sent = this.#send("closed", exception === undefined ? {} : { exception });
    this.#isClosed = true;
    try {
      await sent;
    } finally {
      await this.#writer.close().catch(unsent);
    }
  }

  #checkScope(key: string): void {
    const keys = this.context.asset_keys ?? [];
    if (keys.includes(key)) return;
    throw misuse(`asset "${key}" is not what Dagster wants of this step, which is ${keys.join(", ") || "no asset"}`);
  }

  async #send<Method extends keyof PipesMethods>(method: Method, params: PipesMethods[Method]): Promise<void> {
    if (this.#isClosed) throw misuse("nothing can be reported after the end");
    const line = messageLine(method, params);
    this.#last = this.#last.then(() => this.#writer.write(line));
    await this.#last.catch(unsent);
  }
}

function unsent(cause: unknown): never {
  const hint = "Dagster has to read the messages for as long as the step runs, and the disk needs room for them.";
  throw new DagsterPipesError({ noun: "the Pipes messages", reason: reasonOf(cause), hint, cause });
}

function misuse(reason: string): DagsterPipesError {
  const hint = "The asset's own floe.json has to be the one that its definition in Dagster was made from.";
  return new DagsterPipesError({ noun: "the Pipes session", reason, hint });
}
