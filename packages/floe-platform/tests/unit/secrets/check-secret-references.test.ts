import { describe, expect, test } from "vitest";
import { parseYaml } from "../../../src/document/parse-yaml.ts";
import { ProblemList } from "../../../src/problems/problem-list.ts";
import { PLUGIN_KEYS } from "../../../src/product/plugin-keys.ts";
import { readPlugins } from "../../../src/product/read-plugins.ts";
import { ShapeReader } from "../../../src/product/shape-reader.ts";
import { checkSecretReferences } from "../../../src/secrets/check-secret-references.ts";
import { resolveReferences } from "../../../src/variables/resolve-references.ts";
import { problemsOf } from "../../support/reader-of.ts";

function check(yaml: string): string[] {
  const { document } = parseYaml(yaml, "floe.yaml");
  const problems = new ProblemList();
  const { value, secrets } = resolveReferences(document, {}, problems);
  const reader = new ShapeReader(document, value, problems);
  checkSecretReferences(reader, secrets, readPlugins(reader, PLUGIN_KEYS));
  return problemsOf(reader).map(({ line, column, code, path }) => `${line}:${column} ${code} ${path}`);
}

describe(checkSecretReferences.name, () => {
  test("checkSecretReferences takes secrets in the configurations of plugins", () => {
    const plugins = "secrets: env\n  compute: { type: duckdb, config: { settings: { a: [ '${secret:x}' ] } } }";
    expect(check(`plugins:\n  ${plugins}`)).toEqual([]);
    expect(check("plugins:\n  secrets: env\n  compute: [ { type: duckdb, config: { a: '${secret:x}' } } ]")).toEqual([]);
  });

  test("checkSecretReferences reports secrets anywhere else, each at its place", () => {
    const yaml = "name: ${secret:name}\nplugins:\n  secrets: env\n  compute: { type: '${secret:engine}' }\nsources:\n  - { name: a, path: '${secret:p}' }";
    expect(check(yaml)).toEqual([
      "1:7 secret_misplaced name",
      "4:20 secret_misplaced plugins.compute.type",
      "6:22 secret_misplaced sources[0].path",
    ]);
  });

  test("checkSecretReferences reports a secrets plugin that would need itself", () => {
    expect(check("plugins:\n  secrets: { type: env, config: { token: '${secret:t}' } }")).toEqual([
      "2:42 secret_misplaced plugins.secrets.config.token",
    ]);
  });

  test("checkSecretReferences reports secrets without a plugin that could have them", () => {
    expect(check("plugins:\n  compute: { type: duckdb, config: { a: '${secret:x}' } }")).toEqual([
      "2:41 secrets_plugin_missing plugins.compute.config.a",
    ]);
  });
});
