import { describe, expect, test } from "vitest";
import { choiceSchema } from "../../../src/schema/choice-schema.ts";
import type { DescribedPlugin } from "../../../src/schema/describe-plugins.ts";
import { SHARED_SCHEMAS } from "../../../src/schema/shared-schemas.ts";
import { validatorOf } from "../../support/json-schema-validator.ts";

function plugin(name: string, isRequired: boolean, key: string): DescribedPlugin {
  const schema = { type: "object", properties: { [key]: {} }, additionalProperties: false };
  return { name, description: "", definition: name, config: { schema, isRequired } };
}

const duckdb = plugin("duckdb", false, "threads");
const spark = plugin("spark", true, "master");
const $defs = { ...SHARED_SCHEMAS, duckdb: duckdb.config.schema, spark: spark.config.schema };
const validate = validatorOf({ ...choiceSchema([duckdb, spark]), $defs });

describe("choiceSchema", () => {
  test.each([
    "duckdb",
    "${env:COMPUTE:-duckdb}",
    { type: "duckdb" },
    { type: "duckdb", config: { threads: 4 }, policy: "optional" },
    { type: "spark", config: { master: "local" }, policy: "${env:POLICY}" },
    { type: "${env:COMPUTE}", config: { anything: 1 } },
    { type: "${env:COMPUTE}", config: null },
  ])("choiceSchema accepts %j", (choice) => {
    expect(validate(choice)).toEqual([]);
  });

  test.each<[unknown, string]>([
    ["dukdb", " enum"],
    ["${secret:compute}", " enum"],
    [{}, " required"],
    [{ config: {} }, " required"],
    [{ type: "dukdb" }, "/type enum"],
    [{ type: "duckdb", config: { master: "local" } }, "/config additionalProperties"],
    [{ type: "duckdb", config: [] }, "/config type"],
    [{ type: "duckdb", policy: "maybe" }, "/policy enum"],
    [{ type: "duckdb", conifg: {} }, " additionalProperties"],
    [{ type: "spark" }, " required"],
    [7, " type"],
    [null, " type"],
  ])("choiceSchema refuses %j", (choice, problem) => {
    expect(validate(choice)).toContain(problem);
  });

  test("choiceSchema without plugins leaves only what the environment may name", () => {
    const none = validatorOf({ ...choiceSchema([]), $defs: SHARED_SCHEMAS });
    expect(none("${env:COMPUTE}")).toEqual([]);
    expect(none({ type: "${env:COMPUTE}" })).toEqual([]);
    expect(none("duckdb")).not.toEqual([]);
    expect(none({ type: "duckdb" })).not.toEqual([]);
  });

  test("choiceSchema shows what plugins say of themselves", () => {
    expect(JSON.stringify(choiceSchema([{ ...duckdb, description: "DuckDB, embedded." }]))).toContain("DuckDB, embedded.");
    expect(JSON.stringify(choiceSchema([duckdb]))).not.toContain('"description":""');
  });
});
