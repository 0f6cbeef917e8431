import { PluginType } from "../plugin-type.ts";
import type { CallOptions } from "./call-options.ts";
import { brandPluginClass } from "./plugin-brand.ts";
import { PluginMetadata } from "./plugin-metadata.ts";

/** Which project, with which profile. Folders are absolute. */
export interface DbtInvocation extends CallOptions {
  readonly projectDir: string;
  readonly profilesDir: string;
  readonly target: string;
}

/** Which nodes, in dbt's own selection syntax. */
export interface DbtSelection extends DbtInvocation {
  readonly select?: string;
  readonly exclude?: string;
}

/** How a dbt command ended. */
export interface DbtRunResult {
  readonly success: boolean;
  readonly durationMs: number;
  readonly nodes: readonly { readonly id: string; readonly status: string; readonly durationMs: number; readonly message?: string }[];
}

/** What the SQL linter found. */
export interface LintResult {
  readonly success: boolean;
  readonly issues: readonly {
    readonly file: string;
    /** From 1. */
    readonly line: number;
    readonly column: number;
    readonly rule: string;
    readonly message: string;
  }[];
}

/** Which dbt this is. */
export interface DbtRuntimeMetadata {
  readonly runtime: string;
  readonly [fact: string]: unknown;
}

/** How dbt is executed. Rejects with DbtCompilationError or DbtExecutionError. */
export abstract class DbtPlugin<Config = unknown> extends PluginMetadata<Config> {
  static {
    brandPluginClass(this.prototype, PluginType.DBT);
  }

  /** Compiles the project and resolves with the absolute path of its manifest. */
  abstract compileProject(invocation: DbtInvocation): Promise<string>;
  /** Runs models. A failed model is a result; a run that could not happen rejects. */
  abstract runModels(selection: DbtSelection & { readonly fullRefresh?: boolean }): Promise<DbtRunResult>;
  /** Runs tests. A failed test is a result. */
  abstract testModels(selection: DbtSelection): Promise<DbtRunResult>;
  /** Lints the project's SQL; with `fix`, mends what it can. */
  abstract lintProject(invocation: DbtInvocation & { readonly fix?: boolean }): Promise<LintResult>;
  /** The parsed manifest of the last compilation. */
  abstract getManifest(projectDir: string, options?: CallOptions): Promise<Readonly<Record<string, unknown>>>;
  /** The parsed results of the last run. */
  abstract getRunResults(projectDir: string, options?: CallOptions): Promise<Readonly<Record<string, unknown>>>;
  /** Whether several commands may run at once. Pure. */
  abstract supportsParallelExecution(): boolean;
  /** Whether `lintProject` does anything. Pure. */
  abstract supportsSqlLinting(): boolean;
  /** Which dbt this is. */
  abstract getRuntimeMetadata(options?: CallOptions): Promise<DbtRuntimeMetadata>;
}
