import { expect, test } from "vitest";
import { dagsterEventSchema } from "../../../src/graphql/dagster-event.ts";

const bare = { __typename: "ExecutionStepStartEvent", stepKey: "raw", timestamp: "1795778709625", message: "m" };

test("dagsterEventSchema reads an event of which nothing special is known", () => {
  expect(dagsterEventSchema.parse(bare)).toEqual({ kind: "ExecutionStepStartEvent", stepKey: "raw", at: 1_795_778_709_625, message: "m", error: null, isInterrupt: false, metadata: {} });
  expect(dagsterEventSchema.parse({ ...bare, stepKey: null })).toMatchObject({ stepKey: null });
});

test("dagsterEventSchema reads a failure, and whether it was an interruption", () => {
  const failure = { ...bare, error: { className: "X", message: "x" }, errorSource: "INTERRUPT" };
  expect(dagsterEventSchema.parse(failure)).toMatchObject({ error: { className: "X" }, isInterrupt: true });
  expect(dagsterEventSchema.parse({ ...failure, errorSource: "USER_CODE_ERROR" })).toMatchObject({ isInterrupt: false });
});

test("dagsterEventSchema reads rows beyond 32 bits, columns and column lineage, and leaves other metadata alone", () => {
  const metadataEntries = [
    { __typename: "IntMetadataEntry", label: "dagster/row_count", intRepr: "1099511627776" },
    { __typename: "TableSchemaMetadataEntry", label: "dagster/column_schema", schema: { columns: [{ name: "a", type: "INT" }] } },
    { __typename: "TableColumnLineageMetadataEntry", label: "dagster/column_lineage", lineage: [{ columnName: "a", columnDeps: [{ assetKey: { path: ["raw"] }, columnName: "b" }] }] },
    { __typename: "TextMetadataEntry", label: "dagster/other" },
  ];
  expect(dagsterEventSchema.parse({ ...bare, metadataEntries }).metadata).toEqual({
    rows: 2 ** 40,
    columns: [{ name: "a", type: "INT" }],
    columnDeps: [{ column: "a", deps: [{ assetKey: ["raw"], column: "b" }] }],
  });
});

test("dagsterEventSchema takes the rows that were written, where that is not all there are", () => {
  const metadataEntries = [
    { __typename: "IntMetadataEntry", label: "dagster/row_count", intRepr: "100" },
    { __typename: "IntMetadataEntry", label: "floe/rows", intRepr: "3" },
  ];
  expect(dagsterEventSchema.parse({ ...bare, metadataEntries }).metadata).toEqual({ rows: 3 });
});

test("dagsterEventSchema refuses a time that is none", () => {
  expect(() => dagsterEventSchema.parse({ ...bare, timestamp: "now" })).toThrow();
});
