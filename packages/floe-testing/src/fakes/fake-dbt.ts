import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import {
  DbtCompilationError,
  DbtExecutionError,
  DbtPlugin,
  reasonOf,
  type CallOptions,
  type DbtInvocation,
  type DbtRunResult,
  type DbtRuntimeMetadata,
  type LintResult,
} from "floe-core";
import { installFake, type Fake, type FakeCall, type FakeOptions } from "./install-fake.ts";

type Json = Readonly<Record<string, unknown>>;

/** A dbt without an engine: it finds the models of a project, writes what dbt writes of them, and runs none. */
export class FakeDbt extends DbtPlugin implements Fake {
  readonly calls: readonly FakeCall[];

  constructor(options: FakeOptions<DbtPlugin> = {}) {
    super();
    this.calls = installFake(this, options);
  }

  async compileProject({ projectDir, signal }: DbtInvocation): Promise<string> {
    const nodes = (await modelsOf(projectDir, signal)).map((id) => [id, { unique_id: id, resource_type: "model" }]);
    return write(projectDir, "manifest.json", { nodes: Object.fromEntries(nodes) as Json });
  }

  async runModels({ projectDir, signal }: DbtInvocation): Promise<DbtRunResult> {
    const nodes = (await modelsOf(projectDir, signal)).map((id) => ({ id, status: "success", durationMs: 0 }));
    await write(projectDir, "run_results.json", { results: nodes.map(({ id, status }) => ({ unique_id: id, status })) });
    return { success: true, durationMs: 0, nodes };
  }

  async testModels({ projectDir, signal }: DbtInvocation): Promise<DbtRunResult> {
    await modelsOf(projectDir, signal);
    return { success: true, durationMs: 0, nodes: [] };
  }

  async lintProject({ projectDir, signal }: DbtInvocation): Promise<LintResult> {
    await modelsOf(projectDir, signal);
    return { success: true, issues: [] };
  }

  async getManifest(projectDir: string, options?: CallOptions): Promise<Readonly<Record<string, unknown>>> {
    options?.signal?.throwIfAborted();
    return read(projectDir, "manifest.json").catch((error: unknown) => {
      throw new DbtCompilationError(`Cannot read the manifest of ${projectDir}: ${reasonOf(error)}`);
    });
  }

  async getRunResults(projectDir: string, options?: CallOptions): Promise<Readonly<Record<string, unknown>>> {
    options?.signal?.throwIfAborted();
    return read(projectDir, "run_results.json").catch((error: unknown) => {
      throw new DbtExecutionError(`Cannot read the run results of ${projectDir}: ${reasonOf(error)}`);
    });
  }

  supportsParallelExecution(): boolean {
    return false;
  }

  supportsSqlLinting(): boolean {
    return false;
  }

  async getRuntimeMetadata(options?: CallOptions): Promise<DbtRuntimeMetadata> {
    options?.signal?.throwIfAborted();
    return { runtime: "fake" };
  }
}

/** The ids of the files in `models`, sorted. A project is a folder with a dbt_project.yml. */
async function modelsOf(projectDir: string, signal: AbortSignal | undefined): Promise<readonly string[]> {
  signal?.throwIfAborted();
  const files = await readdir(projectDir, { recursive: true }).catch((error: unknown) => {
    throw new DbtCompilationError(`Cannot find a project in ${projectDir}: ${reasonOf(error)}`);
  });
  signal?.throwIfAborted();
  if (!files.includes("dbt_project.yml")) {
    throw new DbtCompilationError(`Cannot find a project in ${projectDir}: there is no dbt_project.yml`);
  }
  const models = files.filter((file) => /^models[\\/].+\.sql$/.test(file));
  return models.map((file) => `model.fake.${basename(file, ".sql")}`).sort();
}

async function write(projectDir: string, name: string, content: Json): Promise<string> {
  const folder = resolve(projectDir, "target");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), JSON.stringify(content));
  return join(folder, name);
}

async function read(projectDir: string, name: string): Promise<Json> {
  return JSON.parse(await readFile(resolve(projectDir, "target", name), "utf8")) as Json;
}
