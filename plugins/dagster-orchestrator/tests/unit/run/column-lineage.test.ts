import { expect, test } from "vitest";
import type { DagsterAsset } from "../../../src/definitions/dagster-document.ts";
import { columnLineage, tableNames } from "../../../src/run/column-lineage.ts";

test("columnLineage names transforms and sources for the keys of assets, and sorts by table and column", () => {
  const assets = [{ transform: "raw-data", key: "raw_data" } as DagsterAsset];
  const names = tableNames({ assets }, { sources: [{ name: "raw-file", path: "/raw.csv" }] });
  const deps = [
    { assetKey: ["raw_file"], column: "d" },
    { assetKey: ["raw_data"], column: "b" },
    { assetKey: ["other", "table"], column: "c" },
    { assetKey: ["raw_data"], column: "a" },
  ];
  expect(columnLineage([{ column: "x", deps }, { column: "y", deps: [] }], names)).toEqual([
    {
      column: "x",
      inputs: [
        { table: "other.table", column: "c", transformation: "TRANSFORMATION" },
        { table: "raw-data", column: "a", transformation: "TRANSFORMATION" },
        { table: "raw-data", column: "b", transformation: "TRANSFORMATION" },
        { table: "raw-file", column: "d", transformation: "TRANSFORMATION" },
      ],
    },
    { column: "y", inputs: [] },
  ]);
});
