import { describe, expect, test } from "vitest";
import { PLUGIN_KEYS } from "../../../src/product/plugin-keys.ts";
import { EMBEDDED_ORCHESTRATOR, readPlugins } from "../../../src/product/read-plugins.ts";
import { objectDocument } from "../../../src/document/platform-document.ts";
import { parseYaml } from "../../../src/document/parse-yaml.ts";
import { ProblemList } from "../../../src/problems/problem-list.ts";
import { ShapeReader } from "../../../src/product/shape-reader.ts";
import { briefly, problemsOf, readerOf } from "../../support/reader-of.ts";

describe("readPlugins", () => {
  test("readPlugins takes a bare name, a mapping and a list of both", () => {
    const reader = readerOf(`
plugins:
  orchestrator: local
  compute: { type: duckdb, config: { threads: 2 } }
  ingestion: [csv, { type: parquet }]
`);
    const selections = readPlugins(reader, PLUGIN_KEYS);
    expect(problemsOf(reader)).toEqual([]);
    expect(selections.map(({ key, config, namePath, configPath }) => ({ key, config, namePath, configPath }))).toEqual([
      {
        key: "floe.computes:duckdb",
        config: { threads: 2 },
        namePath: ["plugins", "compute", "type"],
        configPath: ["plugins", "compute", "config"],
      },
      {
        key: "floe.orchestrators:local",
        config: {},
        namePath: ["plugins", "orchestrator"],
        configPath: ["plugins", "orchestrator", "config"],
      },
      {
        key: "floe.ingestion:csv",
        config: {},
        namePath: ["plugins", "ingestion", 0],
        configPath: ["plugins", "ingestion", 0, "config"],
      },
      {
        key: "floe.ingestion:parquet",
        config: {},
        namePath: ["plugins", "ingestion", 1, "type"],
        configPath: ["plugins", "ingestion", 1, "config"],
      },
    ]);
  });

  test("readPlugins takes a hole in a list, which only code can leave, for nothing", () => {
    const reader = new ShapeReader(objectDocument({ plugins: { compute: new Array(1) } }), { plugins: { compute: new Array(1) } }, new ProblemList());
    expect(readPlugins(reader, PLUGIN_KEYS)).toEqual([]);
  });

  test("readPlugins keeps the configuration as written beside the resolved one", () => {
    const { document } = parseYaml("plugins: { compute: { type: duckdb, config: { path: '${env:P}' } } }", "floe.yaml");
    const resolved = { plugins: { compute: { type: "duckdb", config: { path: "/data" } } } };
    const [selection] = readPlugins(new ShapeReader(document, resolved, new ProblemList()), PLUGIN_KEYS);
    expect(selection).toMatchObject({ config: { path: "/data" }, rawConfig: { path: "${env:P}" } });
  });

  test("readPlugins takes config without a value for an empty one", () => {
    const reader = readerOf("plugins:\n  compute:\n    type: duckdb\n    config:\n");
    expect(readPlugins(reader, PLUGIN_KEYS)).toMatchObject([{ config: {}, rawConfig: {} }]);
    expect(problemsOf(reader)).toEqual([]);
  });

  test("readPlugins reports plugins that are missing or no mapping", () => {
    const none = readerOf("name: x");
    expect(readPlugins(none, PLUGIN_KEYS)).toEqual([]);
    expect(briefly(none)).toEqual(["1:1 plugins key_missing"]);
    const wrong = readerOf("plugins: duckdb");
    expect(readPlugins(wrong, PLUGIN_KEYS)).toEqual([]);
    expect(briefly(wrong)).toEqual(["1:10 plugins type_invalid"]);
  });

  test("readPlugins reports each wrong entry and keeps the others", () => {
    const reader = readerOf(`plugins:
  computes: duckdb
  compute: { typ: duckdb, config: [1] }
  catalog: 3
  dbt: { type: core, config: x }
  ingestion: [csv, csv, "", { type: 4 }]
`);
    expect(readPlugins(reader, PLUGIN_KEYS).map(({ key }) => key)).toEqual(["floe.dbt:core", "floe.ingestion:csv"]);
    expect(briefly(reader)).toEqual([
      "2:3 plugins.computes key_unknown",
      "3:14 plugins.compute.typ key_unknown",
      "3:35 plugins.compute.config type_invalid",
      "4:12 plugins.catalog type_invalid",
      "5:30 plugins.dbt.config type_invalid",
      "6:20 plugins.ingestion[1] plugin_repeated",
      "6:25 plugins.ingestion[2] type_invalid",
      "6:37 plugins.ingestion[3].type type_invalid",
    ]);
    expect(problemsOf(reader).filter(({ code }) => code === "key_unknown").map(({ nearest }) => nearest)).toEqual([
      "compute",
      "type",
    ]);
  });

  test("readPlugins reads what a failure to start means, required unless stated", () => {
    const reader = readerOf("plugins:\n  compute: { type: duckdb, policy: optional }\n  dbt: { type: core }\n  storage: { type: s3, policy: optionl }");
    const policies = readPlugins(reader, PLUGIN_KEYS).map(({ name, policy }) => [name, policy]);
    expect(policies).toEqual([["duckdb", "optional"], ["s3", "required"], ["core", "required"]]);
    expect(problemsOf(reader)).toMatchObject([{ line: 4, column: 32, code: "value_invalid", nearest: "optional" }]);
  });

  test("EMBEDDED_ORCHESTRATOR is what would be written as `orchestrator: local`", () => {
    expect(EMBEDDED_ORCHESTRATOR).toEqual(readPlugins(readerOf("plugins: { orchestrator: local }"), PLUGIN_KEYS)[0]);
  });
});
