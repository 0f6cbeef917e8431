import { z } from "zod";
import type { ColumnSchema } from "floe-core";
import { PYTHON_ERROR_FIELDS, pythonErrorSchema, type PythonError } from "./python-error.ts";

/** One entry of a run's log. There are some fifty kinds; whoever reads them picks. */
export interface DagsterEvent {
  /** GraphQL's name of the kind, such as `ExecutionStepStartEvent`. */
  readonly kind: string;
  /** The step that it is about; null for the run. */
  readonly stepKey: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly message: string;
  readonly error: PythonError | null;
  /** Whether a failed step was interrupted. */
  readonly isInterrupt: boolean;
  /** Of a materialisation. */
  readonly metadata: AssetMetadata;
}

/** What a step says of the asset it made. */
export interface AssetMetadata {
  /** Rows written: `floe/rows`, or `dagster/row_count` of what something else reports. */
  readonly rows?: number;
  /** `dagster/column_schema` */
  readonly columns?: readonly ColumnSchema[];
  /** `dagster/column_lineage` */
  readonly columnDeps?: readonly ColumnDeps[];
}

/** Where one column comes from. */
export interface ColumnDeps {
  readonly column: string;
  readonly deps: readonly { readonly assetKey: readonly string[]; readonly column: string }[];
}

/** What is selected of an event. */
export const EVENT_FIELDS: string = `
  __typename
  ... on MessageEvent { stepKey timestamp message }
  ... on EngineEvent { error { ${PYTHON_ERROR_FIELDS} } }
  ... on ExecutionStepFailureEvent { error { ${PYTHON_ERROR_FIELDS} } errorSource }
  ... on RunFailureEvent { error { ${PYTHON_ERROR_FIELDS} } }
  ... on MaterializationEvent {
    metadataEntries {
      __typename
      label
      ... on IntMetadataEntry { intRepr }
      ... on TableSchemaMetadataEntry { schema { columns { name type } } }
      ... on TableColumnLineageMetadataEntry { lineage { columnName columnDeps { assetKey { path } columnName } } }
    }
  }
`;

const entry = z.object({
  __typename: z.string(),
  label: z.string(),
  intRepr: z.string().optional(),
  schema: z.object({ columns: z.array(z.object({ name: z.string(), type: z.string() })) }).optional(),
  lineage: z
    .array(z.object({ columnName: z.string(), columnDeps: z.array(z.object({ assetKey: z.object({ path: z.array(z.string()) }), columnName: z.string() })) }))
    .optional(),
});

export const dagsterEventSchema: z.ZodType<DagsterEvent> = z
  .object({
    __typename: z.string(),
    stepKey: z.string().nullish(),
    /** Milliseconds, as text. */
    timestamp: z.string().regex(/^\d+$/),
    message: z.string(),
    error: pythonErrorSchema.nullish(),
    errorSource: z.string().nullish(),
    metadataEntries: z.array(entry).optional(),
  })
  .transform(({ __typename, stepKey, timestamp, message, error, errorSource, metadataEntries }): DagsterEvent => ({
    kind: __typename,
    stepKey: stepKey ?? null,
    at: Number(timestamp),
    message,
    error: error ?? null,
    isInterrupt: errorSource === "INTERRUPT",
    metadata: assetMetadata(metadataEntries ?? []),
  }));

function assetMetadata(entries: readonly z.infer<typeof entry>[]): AssetMetadata {
  const intOf = (name: string): string | undefined => entries.find(({ label }) => label === name)?.intRepr;
  const rows = intOf("floe/rows") ?? intOf("dagster/row_count");
  const columns = entries.find(({ label }) => label === "dagster/column_schema")?.schema?.columns;
  const lineage = entries.find(({ label }) => label === "dagster/column_lineage")?.lineage;
  return {
    ...(rows === undefined ? {} : { rows: Number(rows) }),
    ...(columns === undefined ? {} : { columns }),
    ...(lineage === undefined ? {} : { columnDeps: lineage.map(columnDepsOf) }),
  };
}

function columnDepsOf({ columnName, columnDeps }: { columnName: string; columnDeps: readonly { assetKey: { path: string[] }; columnName: string }[] }): ColumnDeps {
  return { column: columnName, deps: columnDeps.map((dep) => ({ assetKey: dep.assetKey.path, column: dep.columnName })) };
}
