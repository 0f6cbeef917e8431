import { describe, expectTypeOf, test } from "vitest";
import type {
  CallOptions,
  DbtInvocation,
  DbtPlugin,
  DbtRunResult,
  DbtRuntimeMetadata,
  DbtSelection,
  LintResult,
  PluginMetadata,
} from "floe-core";

type Artifact = Readonly<Record<string, unknown>>;

describe("DbtPlugin", () => {
  test("has these members and no other", () => {
    expectTypeOf<Exclude<keyof DbtPlugin, keyof PluginMetadata>>().toEqualTypeOf<
      | ("compileProject" | "runModels" | "testModels" | "lintProject" | "getManifest" | "getRunResults")
      | ("supportsParallelExecution" | "supportsSqlLinting" | "getRuntimeMetadata")
    >();
  });

  test("requires these signatures", () => {
    expectTypeOf<DbtPlugin["compileProject"]>().toEqualTypeOf<(invocation: DbtInvocation) => Promise<string>>();
    expectTypeOf<DbtPlugin["runModels"]>().toEqualTypeOf<
      (selection: DbtSelection & { readonly fullRefresh?: boolean }) => Promise<DbtRunResult>
    >();
    expectTypeOf<DbtPlugin["testModels"]>().toEqualTypeOf<(selection: DbtSelection) => Promise<DbtRunResult>>();
    expectTypeOf<DbtPlugin["lintProject"]>().toEqualTypeOf<(invocation: DbtInvocation & { readonly fix?: boolean }) => Promise<LintResult>>();
    expectTypeOf<DbtPlugin["getManifest"]>().toEqualTypeOf<(projectDir: string, options?: CallOptions) => Promise<Artifact>>();
    expectTypeOf<DbtPlugin["getRunResults"]>().toEqualTypeOf<(projectDir: string, options?: CallOptions) => Promise<Artifact>>();
    expectTypeOf<DbtPlugin["supportsParallelExecution"]>().toEqualTypeOf<() => boolean>();
    expectTypeOf<DbtPlugin["supportsSqlLinting"]>().toEqualTypeOf<() => boolean>();
    expectTypeOf<DbtPlugin["getRuntimeMetadata"]>().toEqualTypeOf<(options?: CallOptions) => Promise<DbtRuntimeMetadata>>();
  });

  test("gives and takes these shapes", () => {
    interface Invocation {
      readonly projectDir: string;
      readonly profilesDir: string;
      readonly target: string;
      readonly signal?: AbortSignal | undefined;
    }
    expectTypeOf<DbtInvocation>().toEqualTypeOf<Invocation>();
    expectTypeOf<DbtSelection>().branded.toEqualTypeOf<Invocation & { readonly select?: string; readonly exclude?: string }>();
    expectTypeOf<DbtRunResult>().toEqualTypeOf<{
      readonly success: boolean;
      readonly durationMs: number;
      readonly nodes: readonly { readonly id: string; readonly status: string; readonly durationMs: number; readonly message?: string }[];
    }>();
    expectTypeOf<LintResult>().toEqualTypeOf<{
      readonly success: boolean;
      readonly issues: readonly {
        readonly file: string;
        readonly line: number;
        readonly column: number;
        readonly rule: string;
        readonly message: string;
      }[];
    }>();
    expectTypeOf<DbtRuntimeMetadata>().toEqualTypeOf<{ readonly [fact: string]: unknown; readonly runtime: string }>();
  });
});
