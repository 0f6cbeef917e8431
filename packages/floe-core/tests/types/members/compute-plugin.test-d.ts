import { describe, expectTypeOf, test } from "vitest";
import type {
  CallOptions,
  CatalogConnection,
  ColumnLineage,
  ComputePlugin,
  ComputeSession,
  ConnectionResult,
  DbtProfile,
  HealthState,
  MaterializeRequest,
  MaterializeResult,
  PluginMetadata,
  QueryParameters,
  ResourceSpec,
  Row,
  SourceFile,
  WorkloadSize,
} from "floe-core";

describe("ComputePlugin", () => {
  test("has these members and no other", () => {
    expectTypeOf<Exclude<keyof ComputePlugin, keyof PluginMetadata>>().toEqualTypeOf<
      | ("isSelfHosted" | "generateDbtProfile" | "getRequiredDbtPackages" | "validateConnection" | "getResourceRequirements")
      | ("getDbtMacroPaths" | "getCatalogAttachmentSql" | "getReferencedTables" | "getProcessSharing" | "openSession")
    >();
  });

  test("requires these signatures", () => {
    expectTypeOf<Pick<ComputePlugin, "isSelfHosted">>().toEqualTypeOf<{ readonly isSelfHosted: boolean }>();
    expectTypeOf<ComputePlugin["generateDbtProfile"]>().toEqualTypeOf<() => DbtProfile>();
    expectTypeOf<ComputePlugin["getRequiredDbtPackages"]>().toEqualTypeOf<() => readonly string[]>();
    expectTypeOf<ComputePlugin["validateConnection"]>().toEqualTypeOf<(options?: CallOptions) => Promise<ConnectionResult>>();
    expectTypeOf<ComputePlugin["getResourceRequirements"]>().toEqualTypeOf<(size: WorkloadSize) => ResourceSpec>();
  });

  test("allows these", () => {
    expectTypeOf<ComputePlugin["getDbtMacroPaths"]>().toEqualTypeOf<() => readonly string[]>();
    expectTypeOf<ComputePlugin["getCatalogAttachmentSql"]>().toEqualTypeOf<(catalog: CatalogConnection) => readonly string[] | null>();
    expectTypeOf<ComputePlugin["getReferencedTables"]>().toEqualTypeOf<
      ((sql: string, options?: CallOptions) => Promise<readonly string[]>) | undefined
    >();
    expectTypeOf<ComputePlugin["getProcessSharing"]>().toEqualTypeOf<(() => "none" | "exclusive" | "concurrent") | undefined>();
    expectTypeOf<ComputePlugin["openSession"]>().toEqualTypeOf<((options?: CallOptions) => Promise<ComputeSession>) | undefined>();
  });

  test("gives and takes these shapes", () => {
    expectTypeOf<DbtProfile>().toEqualTypeOf<Readonly<Record<string, unknown>>>();
    expectTypeOf<WorkloadSize>().toEqualTypeOf<"small" | "medium" | "large">();
    expectTypeOf<ConnectionResult>().toEqualTypeOf<{
      readonly status: HealthState;
      readonly latencyMs: number;
      readonly message: string;
      readonly warnings: readonly string[];
      readonly errors: readonly string[];
    }>();
    expectTypeOf<ResourceSpec>().toEqualTypeOf<{
      readonly cpuRequest: string;
      readonly cpuLimit: string;
      readonly memoryRequest: string;
      readonly memoryLimit: string;
      readonly ephemeralStorageRequest: string;
      readonly ephemeralStorageLimit: string;
    }>();
    expectTypeOf<CatalogConnection>().toEqualTypeOf<{
      readonly name: string;
      readonly uri: string;
      readonly warehouse: string;
      readonly credentials?: { readonly clientId: string; readonly clientSecret: string } | undefined;
    }>();
  });
});

describe("ComputeSession", () => {
  test("has these members", () => {
    interface Session {
      execute(sql: string, parameters?: QueryParameters, options?: CallOptions): Promise<void>;
      query(sql: string, parameters?: QueryParameters, options?: CallOptions): Promise<readonly Row[]>;
      stream(sql: string, parameters?: QueryParameters, options?: CallOptions): AsyncIterable<readonly Row[]>;
      registerSource?(source: SourceFile, options?: CallOptions): Promise<void>;
      materialize(request: MaterializeRequest, options?: CallOptions): Promise<MaterializeResult>;
      getColumnLineage?(sql: string, options?: CallOptions): Promise<readonly ColumnLineage[] | null>;
      close(): Promise<void>;
    }
    expectTypeOf<ComputeSession>().toEqualTypeOf<Session>();
  });

  test("gives and takes these shapes", () => {
    expectTypeOf<QueryParameters>().toEqualTypeOf<readonly unknown[] | Readonly<Record<string, unknown>>>();
    expectTypeOf<Row>().toEqualTypeOf<Readonly<Record<string, unknown>>>();
    expectTypeOf<SourceFile>().toEqualTypeOf<{ readonly name: string; readonly path: string }>();
    expectTypeOf<MaterializeRequest>().toEqualTypeOf<{
      readonly name: string;
      readonly schema?: string | undefined;
      readonly sql: string;
      readonly materialization: "table" | "view" | "incremental";
      readonly uniqueKey?: readonly string[] | undefined;
      readonly watermark?: string | undefined;
    }>();
    expectTypeOf<MaterializeResult>().toEqualTypeOf<{
      readonly rows: number | null;
      readonly columns: readonly { readonly name: string; readonly type: string }[];
    }>();
    expectTypeOf<ColumnLineage>().toEqualTypeOf<{
      readonly column: string;
      readonly inputs: readonly {
        readonly table: string;
        readonly column: string;
        readonly transformation: "IDENTITY" | "TRANSFORMATION" | "AGGREGATION";
      }[];
    }>();
  });
});
