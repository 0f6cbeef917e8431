import { expect, test } from "vitest";
import { pluginNameProblem } from "../../../../src/discovery/manifest/plugin-name-problem.ts";

test.each(["duckdb", "my-plugin", "a1_b2", "x".repeat(64)])("pluginNameProblem finds none in %s", (name) => {
  expect(pluginNameProblem(name)).toBeUndefined();
});

test.each(["", "DuckDB", "1a", "a--b", "-a", "a b", "a/b", "__proto__", "x".repeat(65), "a\0"])(
  "pluginNameProblem finds one in %j",
  (name) => {
    expect(pluginNameProblem(name)).toMatchObject({ code: "name_invalid" });
  },
);
