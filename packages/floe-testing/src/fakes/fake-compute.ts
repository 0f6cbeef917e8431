import {
  ComputePlugin,
  resourcePreset,
  type CallOptions,
  type ComputeSession,
  type ConnectionResult,
  type DbtProfile,
  type ProcessSharing,
  type ResourceSpec,
  type WorkloadSize,
} from "floe-core";
import { connected } from "./connected.ts";
import { FakeSession, type FakeRows } from "./fake-session.ts";
import { installFake, type Fake, type FakeCall, type FakeOptions } from "./install-fake.ts";
import { FakeDatabase } from "./sql/fake-database.ts";

/** Any member of a compute plugin, and what its sessions answer. */
export interface FakeComputeOptions extends FakeOptions<ComputePlugin> {
  /** Default: those of a small database in memory, see `FakeSession`. */
  readonly rows?: FakeRows;
}

/** A compute plugin whose engine is what it is given, or a small database in memory. */
export class FakeCompute extends ComputePlugin implements Fake {
  readonly isSelfHosted: boolean = true;
  readonly calls: readonly FakeCall[];
  /** The sessions that were opened, oldest first. */
  readonly sessions: FakeSession[] = [];
  readonly #rows: FakeRows | undefined;
  readonly #database = new FakeDatabase();
  #isStopped = false;

  constructor({ rows, ...options }: FakeComputeOptions = {}) {
    super();
    this.#rows = rows;
    this.calls = installFake(this, options);
  }

  override startup(): void {
    this.#isStopped = false;
  }

  /** Ends the sessions that are open. */
  override async shutdown(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(this.sessions.map((session) => session.close()));
  }

  generateDbtProfile(): DbtProfile {
    return { type: "fake" };
  }

  getRequiredDbtPackages(): readonly string[] {
    return ["dbt-fake>=1.0,<2.0"];
  }

  async validateConnection(options?: CallOptions): Promise<ConnectionResult> {
    return connected(options?.signal);
  }

  getResourceRequirements(size: WorkloadSize): ResourceSpec {
    return resourcePreset(size);
  }

  /** Its sessions work in the memory of this process. */
  override getProcessSharing(): ProcessSharing {
    return "none";
  }

  override async openSession(options?: CallOptions): Promise<ComputeSession> {
    options?.signal?.throwIfAborted();
    if (this.#isStopped) throw new Error("Cannot open a session: the plugin is stopped");
    const session = new FakeSession(this.#rows, this.#database);
    this.sessions.push(session);
    return session;
  }
}
