import {
  ComputePlugin,
  resourcePreset,
  type CallOptions,
  type ComputeSession,
  type ConnectionResult,
  type DbtProfile,
  type ResourceSpec,
  type WorkloadSize,
} from "floe-core";
import { connected } from "./connected.ts";
import { FakeSession, type FakeRows } from "./fake-session.ts";
import { installFake, type Fake, type FakeCall, type FakeOptions } from "./install-fake.ts";

/** Any member of a compute plugin, and what its sessions answer. */
export interface FakeComputeOptions extends FakeOptions<ComputePlugin> {
  /** Default: no rows for anything. */
  readonly rows?: FakeRows;
}

/** A compute plugin without an engine. */
export class FakeCompute extends ComputePlugin implements Fake {
  readonly isSelfHosted: boolean = true;
  readonly calls: readonly FakeCall[];
  /** The sessions that were opened, oldest first. */
  readonly sessions: FakeSession[] = [];
  readonly #rows: FakeRows | undefined;

  constructor({ rows, ...options }: FakeComputeOptions = {}) {
    super();
    this.#rows = rows;
    this.calls = installFake(this, options);
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

  override async openSession(options?: CallOptions): Promise<ComputeSession> {
    options?.signal?.throwIfAborted();
    const session = new FakeSession(this.#rows);
    this.sessions.push(session);
    return session;
  }
}
