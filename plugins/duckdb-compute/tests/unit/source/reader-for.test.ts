import { expect, test } from "vitest";
import { readerFor } from "../../../src/source/reader-for.ts";
import { caught } from "../../support/caught.ts";

test("readerFor goes by the ending, in any case", () => {
  const readers = {
    read_parquet: ["a.parquet", "/d/A.PARQUET"],
    read_csv: ["a.csv", "a.tsv", "a.csv.gz", "a.tsv.zst"],
    read_json: ["a.json", "a.jsonl", "a.ndjson", "a.json.gz", "a.ndjson.zst"],
  };
  for (const [reader, files] of Object.entries(readers)) expect(files.map(readerFor)).toEqual(files.map(() => reader));
});

test("readerFor refuses other endings and says which there are", async () => {
  for (const file of ["a.xlsx", "a", "a.parquet.gz", "csv"]) {
    expect(await caught(() => readerFor(file))).toMatchObject({ code: "FLOE_DUCKDB_SOURCE", hint: expect.stringContaining(".parquet") });
  }
});
