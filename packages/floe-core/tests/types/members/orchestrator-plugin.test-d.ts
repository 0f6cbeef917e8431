import { describe, expectTypeOf, test } from "vitest";
import type {
  AssetDefinition,
  CallOptions,
  CompiledArtifacts,
  ConnectionResult,
  HelmValues,
  JobSchedule,
  LineageEvent,
  OrchestratorDefinitions,
  OrchestratorPlugin,
  PluginKey,
  PluginMetadata,
  ResourceSpec,
  RunOptions,
  RunResult,
  SelectedPlugins,
  TransformConfig,
  WorkloadSize,
} from "floe-core";

type Data = Readonly<Record<string, unknown>>;

describe("OrchestratorPlugin", () => {
  test("has these members and no other", () => {
    expectTypeOf<Exclude<keyof OrchestratorPlugin, keyof PluginMetadata>>().toEqualTypeOf<
      | ("createDefinitions" | "createAssetsFromTransforms" | "run" | "generateEntryPointCode" | "validateConnection")
      | ("scheduleJob" | "emitLineageEvent" | "getResourceRequirements" | "getHelmValues" | "sensorDefinition")
    >();
  });

  test("requires these signatures", () => {
    expectTypeOf<OrchestratorPlugin["createDefinitions"]>().toEqualTypeOf<
      (artifacts: CompiledArtifacts, options?: CallOptions) => Promise<OrchestratorDefinitions>
    >();
    expectTypeOf<OrchestratorPlugin["createAssetsFromTransforms"]>().toEqualTypeOf<
      (transforms: readonly TransformConfig[]) => readonly AssetDefinition[]
    >();
    expectTypeOf<OrchestratorPlugin["run"]>().toEqualTypeOf<(artifacts: CompiledArtifacts, options: RunOptions) => Promise<RunResult>>();
    expectTypeOf<OrchestratorPlugin["generateEntryPointCode"]>().toEqualTypeOf<
      (request: { readonly artifacts: CompiledArtifacts; readonly outputDir: string } & CallOptions) => Promise<string>
    >();
    expectTypeOf<OrchestratorPlugin["validateConnection"]>().toEqualTypeOf<(options?: CallOptions) => Promise<ConnectionResult>>();
    expectTypeOf<OrchestratorPlugin["scheduleJob"]>().toEqualTypeOf<(request: JobSchedule & CallOptions) => Promise<void>>();
    expectTypeOf<OrchestratorPlugin["emitLineageEvent"]>().toEqualTypeOf<(event: LineageEvent, options?: CallOptions) => Promise<string>>();
    expectTypeOf<OrchestratorPlugin["getResourceRequirements"]>().toEqualTypeOf<(size: WorkloadSize) => ResourceSpec>();
    expectTypeOf<OrchestratorPlugin["getHelmValues"]>().toEqualTypeOf<(options?: { readonly size?: WorkloadSize }) => HelmValues>();
  });

  test("allows this", () => {
    expectTypeOf<OrchestratorPlugin["sensorDefinition"]>().toEqualTypeOf<() => unknown>();
  });

  test("is given these shapes", () => {
    expectTypeOf<CompiledArtifacts>().toEqualTypeOf<{
      readonly version: "1.0";
      readonly product: { readonly name: string; readonly root: string };
      readonly plugins: readonly {
        readonly key: PluginKey;
        readonly package: string;
        readonly version: string;
        readonly config: Data;
        readonly sharing?: "none" | "exclusive" | "concurrent" | undefined;
      }[];
      readonly selected?: readonly PluginKey[] | undefined;
      readonly transforms: readonly TransformConfig[];
      readonly sources: readonly { readonly name: string; readonly path: string }[];
      readonly schedule?: { readonly cron: string; readonly timezone: string } | undefined;
      readonly hash: string;
    }>();
    expectTypeOf<TransformConfig>().toEqualTypeOf<{
      readonly name: string;
      readonly sql: string;
      readonly path?: string | undefined;
      readonly schema?: string | undefined;
      readonly materialization: "table" | "view" | "incremental";
      readonly uniqueKey?: readonly string[] | undefined;
      readonly watermark?: string | undefined;
      readonly tags: readonly string[];
      readonly dependsOn: readonly string[];
      readonly meta: Data;
      readonly compute: string | null;
    }>();
    expectTypeOf<keyof RunOptions>().toEqualTypeOf<"plugins" | "select" | "signal" | "onEvent" | "redact">();
    expectTypeOf<RunOptions["plugins"]>().toEqualTypeOf<SelectedPlugins>();
    expectTypeOf<RunOptions["select"]>().toEqualTypeOf<readonly string[] | undefined>();
    expectTypeOf<RunOptions["signal"]>().toEqualTypeOf<AbortSignal | undefined>();
    expectTypeOf<RunOptions["redact"]>().toEqualTypeOf<((text: string) => string) | undefined>();
  });

  test("gives these shapes", () => {
    expectTypeOf<OrchestratorDefinitions>().toEqualTypeOf<{
      readonly assets: readonly AssetDefinition[];
      readonly jobs: readonly { readonly name: string; readonly assets: readonly string[] }[];
      readonly schedules: readonly { readonly job: string; readonly cron: string; readonly timezone: string }[];
      readonly files: Readonly<Record<string, string>>;
    }>();
    expectTypeOf<AssetDefinition>().toEqualTypeOf<{
      readonly name: string;
      readonly dependsOn: readonly string[];
      readonly tags: readonly string[];
      readonly metadata: Data;
    }>();
    expectTypeOf<RunResult>().toEqualTypeOf<{
      readonly runId: string;
      readonly status: "succeeded" | "failed" | "cancelled";
      readonly startedAt: string;
      readonly finishedAt: string;
      readonly steps: readonly {
        readonly name: string;
        readonly status: "succeeded" | "failed" | "skipped" | "cancelled";
        readonly durationMs: number;
        readonly rows?: number;
        readonly skippedBecauseOf?: string;
        readonly error?: { readonly code: string; readonly message: string; readonly hint?: string | undefined };
      }[];
    }>();
  });

  test("reports these events", () => {
    type RunEvent = Parameters<NonNullable<RunOptions["onEvent"]>>[0];
    expectTypeOf<RunEvent["type"]>().toEqualTypeOf<
      "run-started" | "step-started" | "step-finished" | "step-failed" | "step-skipped" | "step-cancelled" | "run-finished"
    >();
    expectTypeOf<keyof Extract<RunEvent, { type: "run-started" }>>().toEqualTypeOf<"type" | "runId" | "at" | "steps">();
    expectTypeOf<keyof Extract<RunEvent, { type: "step-started" }>>().toEqualTypeOf<"type" | "runId" | "at" | "step">();
    expectTypeOf<keyof Extract<RunEvent, { type: "step-finished" }>>().toEqualTypeOf<
      "type" | "runId" | "at" | "step" | "durationMs" | "rows"
    >();
    expectTypeOf<keyof Extract<RunEvent, { type: "step-failed" }>>().toEqualTypeOf<
      "type" | "runId" | "at" | "step" | "durationMs" | "error"
    >();
    expectTypeOf<keyof Extract<RunEvent, { type: "step-skipped" | "step-cancelled" }>>().toEqualTypeOf<
      "type" | "runId" | "at" | "step" | "becauseOf"
    >();
    expectTypeOf<keyof Extract<RunEvent, { type: "run-finished" }>>().toEqualTypeOf<"type" | "runId" | "at" | "status">();
  });
});

describe("LineageEvent", () => {
  test("has this shape", () => {
    type Facets = Readonly<Record<string, Data>>;
    interface Dataset {
      readonly namespace: string;
      readonly name: string;
      readonly facets?: Facets;
      readonly inputFacets?: Facets;
      readonly outputFacets?: Facets;
    }
    expectTypeOf<LineageEvent>().toEqualTypeOf<{
      readonly eventType: "START" | "RUNNING" | "COMPLETE" | "ABORT" | "FAIL" | "OTHER";
      readonly eventTime: string;
      readonly producer: string;
      readonly schemaURL: string;
      readonly run: { readonly runId: string; readonly facets?: Facets };
      readonly job: { readonly namespace: string; readonly name: string; readonly facets?: Facets };
      readonly inputs: readonly Dataset[];
      readonly outputs: readonly Dataset[];
    }>();
  });
});
