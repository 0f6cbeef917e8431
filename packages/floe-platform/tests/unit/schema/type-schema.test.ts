import { describe, expect, test } from "vitest";
import { PLUGIN_KEYS } from "../../../src/product/plugin-keys.ts";
import { typeSchema } from "../../../src/schema/type-schema.ts";
import { validatorOf } from "../../support/json-schema-validator.ts";

const choice = { type: "string" };
const duckdb = { name: "duckdb", description: "", definition: "duckdb", config: { schema: {}, isRequired: false } };

describe("typeSchema", () => {
  test.each<[unknown, boolean]>([
    ["a", true],
    [["a", "b"], true],
    [[], true],
    [["a", "a"], false],
    [[["a"]], false],
    [{}, false],
  ])("typeSchema takes %j: %s", (value, isValid) => {
    expect(validatorOf(typeSchema("compute", [], choice))(value).length === 0).toBe(isValid);
  });

  test("typeSchema says what is installed", () => {
    expect(typeSchema("compute", [duckdb], choice)["description"]).toBe("Where SQL runs. Installed: duckdb.");
    expect(typeSchema("dbt", [], choice)["description"]).toBe("How dbt is executed. No such plugin is installed.");
    expect(typeSchema("widget", [], choice)["description"]).toContain("of the platform's own");
  });

  test.each(Object.keys(PLUGIN_KEYS))("typeSchema has a description of its own for %s", (key) => {
    expect(typeSchema(key, [], choice)["description"]).not.toContain("of the platform's own");
  });
});
