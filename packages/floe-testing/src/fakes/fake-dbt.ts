import { join } from "node:path";
import { DbtPlugin, type DbtInvocation, type DbtRunResult, type DbtRuntimeMetadata, type LintResult } from "floe-core";
import { installFake, type Fake, type FakeCall, type FakeOptions } from "./install-fake.ts";

/** A dbt that finds every project empty. */
export class FakeDbt extends DbtPlugin implements Fake {
  readonly calls: readonly FakeCall[];

  constructor(options: FakeOptions<DbtPlugin> = {}) {
    super();
    this.calls = installFake(this, options);
  }

  async compileProject({ projectDir }: DbtInvocation): Promise<string> {
    return join(projectDir, "target", "manifest.json");
  }

  async runModels(): Promise<DbtRunResult> {
    return { success: true, durationMs: 0, nodes: [] };
  }

  async testModels(): Promise<DbtRunResult> {
    return { success: true, durationMs: 0, nodes: [] };
  }

  async lintProject(): Promise<LintResult> {
    return { success: true, issues: [] };
  }

  async getManifest(): Promise<Readonly<Record<string, unknown>>> {
    return { nodes: {} };
  }

  async getRunResults(): Promise<Readonly<Record<string, unknown>>> {
    return { results: [] };
  }

  supportsParallelExecution(): boolean {
    return false;
  }

  supportsSqlLinting(): boolean {
    return false;
  }

  async getRuntimeMetadata(): Promise<DbtRuntimeMetadata> {
    return { runtime: "fake" };
  }
}
