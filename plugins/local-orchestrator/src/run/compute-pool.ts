import type { ComputePlugin, ComputeSession, Logger, SourceFile } from "floe-core";
import { ComputeUnavailableError } from "../errors/compute-unavailable-error.ts";
import { closeQuietly } from "./close-quietly.ts";

/**
 * The sessions of one run. Per compute that a step asks for, one session is held open until the run ends, so
 * that the steps, each in a session of its own, share one instance of the engine, one file lock and the sources.
 */
export class ComputePool {
  readonly #computes: readonly ComputePlugin[];
  readonly #sources: readonly SourceFile[];
  readonly #signal: AbortSignal;
  readonly #logger: Logger;
  readonly #holding = new Map<ComputePlugin, Promise<void>>();
  readonly #held: ComputeSession[] = [];

  /** @param run The selected computes, the first of which is the default, and the product's sources. */
  constructor(run: {
    readonly computes: readonly ComputePlugin[];
    readonly sources: readonly SourceFile[];
    readonly signal: AbortSignal;
    readonly logger: Logger;
  }) {
    this.#computes = run.computes;
    this.#sources = run.sources;
    this.#signal = run.signal;
    this.#logger = run.logger;
  }

  /**
   * A session for one step, which closes it. The first step of a compute also opens the held session and
   * registers the sources; if that fails, it fails for every step of that compute.
   *
   * @param name The compute's name; null for the default.
   * @throws ComputeUnavailableError, or whatever the compute refuses with.
   */
  async open(name: string | null): Promise<ComputeSession> {
    const compute = this.find(name);
    let holding = this.#holding.get(compute);
    if (holding === undefined) {
      holding = this.#hold(compute, name);
      this.#holding.set(compute, holding);
    }
    await holding;
    return this.#openSession(compute, name);
  }

  /** Closes the held sessions, the last opened first. Failures are logged: every step has ended by then. */
  async close(): Promise<void> {
    for (const session of this.#held.splice(0).reverse()) await closeQuietly(session, this.#logger);
  }

  /**
   * The selected compute of that name; null for the default.
   *
   * @throws ComputeUnavailableError if the platform has not selected it.
   */
  find(name: string | null): ComputePlugin {
    const compute = name === null ? this.#computes[0] : this.#computes.find((candidate) => candidate.name === name);
    if (compute !== undefined) return compute;
    throw this.#unavailable(
      name,
      "the platform has not selected it",
      "Add it to plugins.compute in the platform file, or correct the compute of the transform.",
    );
  }

  async #hold(compute: ComputePlugin, name: string | null): Promise<void> {
    const session = await this.#openSession(compute, name);
    this.#held.push(session);
    for (const source of this.#sources) {
      if (session.registerSource === undefined) {
        throw this.#unavailable(name, "it cannot read the product's sources", "Select a compute that can read files.");
      }
      await session.registerSource(source, { signal: this.#signal });
    }
  }

  async #openSession(compute: ComputePlugin, name: string | null): Promise<ComputeSession> {
    if (compute.openSession !== undefined) return compute.openSession({ signal: this.#signal });
    throw this.#unavailable(
      name,
      "it cannot run SQL in this process",
      "Select a compute that opens sessions, or an orchestrator that runs this one out of process.",
    );
  }

  #unavailable(compute: string | null, reason: string, hint: string): ComputeUnavailableError {
    return new ComputeUnavailableError({ compute, available: this.#computes.map(({ name }) => name), reason, hint });
  }
}
