import {
  ComputePlugin,
  resourcePreset,
  type CallOptions,
  type ColumnLineage,
  type ColumnSchema,
  type ComputeSession,
  type ConnectionResult,
  type DbtProfile,
  type MaterializeRequest,
  type MaterializeResult,
  type ResourceSpec,
  type Row,
  type SourceFile,
  type WorkloadSize,
} from "floe-core";

/** What a fake compute does when called; a throw or a rejection is what the engine would answer. */
export interface FakeScript {
  readonly open?: (session: number) => void | Promise<void>;
  readonly register?: (source: SourceFile) => void | Promise<void>;
  readonly materialize?: (request: MaterializeRequest, signal: AbortSignal) => number | null | Promise<number | null>;
  readonly close?: (session: number) => void | Promise<void>;
  /** What every table has. Default: no columns. */
  readonly columns?: readonly ColumnSchema[];
  /** Without it the session has no such method. */
  readonly columnLineage?: (sql: string, options?: CallOptions) => Promise<readonly ColumnLineage[] | null>;
  /** Without it the compute has no such method. */
  readonly tables?: (sql: string, options?: CallOptions) => Promise<readonly string[]>;
}

/** A compute without an engine: does what its script says and writes down who called what. */
export class FakeCompute extends ComputePlugin {
  override readonly name: string;
  override readonly version = "1.0.0";
  override readonly floeApiVersion = "1.0";
  readonly isSelfHosted = true;
  /** Calls in order: `open 1`, `register raw`, `materialize a`, `close 1`. Sessions count from 1. */
  readonly calls: string[] = [];
  readonly requests: MaterializeRequest[] = [];
  readonly #script: FakeScript;
  #sessions = 0;

  constructor(script: FakeScript = {}, name = "fake") {
    super();
    this.#script = script;
    this.name = name;
    if (script.tables !== undefined) this.getReferencedTables = script.tables;
  }

  override async openSession(options: CallOptions = {}): Promise<ComputeSession> {
    this.#sessions += 1;
    const session = this.#sessions;
    this.calls.push(`open ${session}`);
    await this.#script.open?.(session);
    options.signal?.throwIfAborted();
    return new FakeSession(this, session, this.#script);
  }

  generateDbtProfile(): DbtProfile {
    return {};
  }

  getRequiredDbtPackages(): readonly string[] {
    return [];
  }

  async validateConnection(): Promise<ConnectionResult> {
    return { status: "healthy", latencyMs: 0, message: "", warnings: [], errors: [] };
  }

  getResourceRequirements(size: WorkloadSize): ResourceSpec {
    return resourcePreset(size);
  }
}

class FakeSession implements ComputeSession {
  getColumnLineage?: NonNullable<ComputeSession["getColumnLineage"]>;
  readonly #compute: FakeCompute;
  readonly #number: number;
  readonly #script: FakeScript;

  constructor(compute: FakeCompute, number: number, script: FakeScript) {
    this.#compute = compute;
    this.#number = number;
    this.#script = script;
    if (script.columnLineage !== undefined) this.getColumnLineage = script.columnLineage;
  }

  async execute(): Promise<void> {}

  async query(): Promise<readonly Row[]> {
    return [];
  }

  async *stream(): AsyncIterable<readonly Row[]> {}

  async registerSource(source: SourceFile): Promise<void> {
    this.#compute.calls.push(`register ${source.name}`);
    await this.#script.register?.(source);
  }

  async materialize(request: MaterializeRequest, options: CallOptions = {}): Promise<MaterializeResult> {
    this.#compute.calls.push(`materialize ${request.name}`);
    this.#compute.requests.push(request);
    const signal = options.signal ?? new AbortController().signal;
    const rows = (await this.#script.materialize?.(request, signal)) ?? null;
    return { rows, columns: this.#script.columns ?? [] };
  }

  async close(): Promise<void> {
    this.#compute.calls.push(`close ${this.#number}`);
    await this.#script.close?.(this.#number);
  }
}
