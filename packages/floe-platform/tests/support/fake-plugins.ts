import path from "node:path";
import {
  ComputePlugin,
  OrchestratorPlugin,
  PluginError,
  PluginRegistry,
  PluginType,
  type AssetDefinition,
  type CompiledArtifacts,
  type ConfigSchema,
  type ConnectionResult,
  type OrchestratorDefinitions,
  type ResourceSpec,
  type RunOptions,
  type RunResult,
} from "floe-core";
import { z } from "zod";

/** What went on, in order: `duckdb:startup` and so on. */
export type Journal = string[];

/** Takes `threads` and `path`, and nothing else. */
const duckSchema = z.strictObject({
  threads: z.number("not a number").default(4),
  path: z.string("not a text").default(":memory:"),
});

type DuckConfig = z.infer<typeof duckSchema>;

/** The parser's refusal, with its place. */
class FakeSqlError extends PluginError {
  readonly line: number;
  readonly column: number;
  constructor(line: number, column: number) {
    super("FAKE_SQL", "Cannot read SQL: syntax error at 'selec'", { hint: "Write SELECT." });
    this.line = line;
    this.column = column;
  }
}

const connection: ConnectionResult = { status: "healthy", latencyMs: 1, message: "", warnings: [], errors: [] };
const resources: ResourceSpec = {
  cpuRequest: "1",
  cpuLimit: "1",
  memoryRequest: "1Gi",
  memoryLimit: "1Gi",
  ephemeralStorageRequest: "1Gi",
  ephemeralStorageLimit: "1Gi",
};

/** An engine that reads SQL with a regular expression. */
export class FakeCompute extends ComputePlugin<DuckConfig> {
  override readonly name: string = "duckdb";
  override readonly version = "1.2.3";
  override readonly floeApiVersion = "1.0";
  readonly isSelfHosted = true;
  readonly #journal: Journal;

  constructor(journal: Journal = []) {
    super();
    this.#journal = journal;
  }

  override getConfigSchema(): ConfigSchema<DuckConfig> {
    return duckSchema;
  }

  override startup(): void | Promise<void> {
    this.#journal.push(`${this.name}:startup`);
  }

  override shutdown(): void {
    this.#journal.push(`${this.name}:shutdown`);
  }

  generateDbtProfile(): Record<string, unknown> {
    return {};
  }

  getRequiredDbtPackages(): string[] {
    return [];
  }

  async validateConnection(): Promise<ConnectionResult> {
    return connection;
  }

  getResourceRequirements(): ResourceSpec {
    return resources;
  }

  override async getReferencedTables(sql: string): Promise<readonly string[]> {
    const slip = /\bselec\b/i.exec(sql);
    if (slip !== null) {
      const before = sql.slice(0, slip.index).split("\n");
      throw new FakeSqlError(before.length, (before.at(-1) ?? "").length + 1);
    }
    return [...sql.matchAll(/\b(?:from|join)\s+([\w.]+)/gi)].map((match) => match[1] ?? "");
  }
}

/** What the fake orchestrator answers to `run`. */
export type FakeRun = (artifacts: CompiledArtifacts, options: RunOptions) => Promise<RunResult>;

/** Succeeds at once, with one event at the start and one at the end. */
export const succeed: FakeRun = async (artifacts, { select, onEvent }) => {
  const steps = artifacts.transforms.map(({ name }) => name).filter((name) => select?.includes(name) ?? true);
  const at = "2026-01-01T00:00:00.000Z";
  onEvent?.({ type: "run-started", runId: "run-1", at, steps });
  onEvent?.({ type: "run-finished", runId: "run-1", at, status: "succeeded" });
  return {
    runId: "run-1",
    status: "succeeded",
    startedAt: at,
    finishedAt: at,
    steps: steps.map((name) => ({ name, status: "succeeded", durationMs: 1, rows: 1 })),
  };
};

/** An orchestrator that does in `run` what it is told. */
export class FakeOrchestrator extends OrchestratorPlugin {
  override readonly name = "local";
  override readonly version = "2.0.0";
  override readonly floeApiVersion = "1.0";
  readonly #journal: Journal;
  readonly #run: FakeRun;

  constructor(journal: Journal = [], run: FakeRun = succeed) {
    super();
    this.#journal = journal;
    this.#run = run;
  }

  override startup(): void {
    this.#journal.push("local:startup");
  }

  override shutdown(): void {
    this.#journal.push("local:shutdown");
  }

  async createDefinitions(): Promise<OrchestratorDefinitions> {
    return { assets: [], jobs: [], schedules: [], files: {} };
  }

  createAssetsFromTransforms(): AssetDefinition[] {
    return [];
  }

  run(artifacts: CompiledArtifacts, options: RunOptions): Promise<RunResult> {
    this.#journal.push("local:run");
    return this.#run(artifacts, options);
  }

  async generateEntryPointCode({ outputDir }: { readonly outputDir: string }): Promise<string> {
    return path.join(outputDir, "entry.json");
  }

  async validateConnection(): Promise<ConnectionResult> {
    return connection;
  }

  async scheduleJob(): Promise<void> {}

  async emitLineageEvent(): Promise<string> {
    return "";
  }

  getResourceRequirements(): ResourceSpec {
    return resources;
  }

  getHelmValues(): Record<string, unknown> {
    return {};
  }
}

/** A registry that knows the fake engine and the fake orchestrator, and reads no disk. */
export function fakeRegistry(
  options: { journal?: Journal; run?: FakeRun; compute?: ComputePlugin; cwd?: string } = {},
): PluginRegistry {
  const registry = new PluginRegistry({ sources: [], ...(options.cwd === undefined ? {} : { cwd: options.cwd }) });
  registry.register(PluginType.COMPUTE, options.compute ?? new FakeCompute(options.journal));
  registry.register(PluginType.ORCHESTRATOR, new FakeOrchestrator(options.journal, options.run));
  return registry;
}
