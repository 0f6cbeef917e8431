import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { floe } from "./support/floe.ts";
import { makeProduct } from "./support/product.ts";

const FILES = {
  "floe.yaml": `name: 1st
plugin: {}
plugins:
  compute: { type: duckdb, config: { threads: many, memorylimit: 1GB, path: "\${env:FLOE_TESTS_UNSET}" } }
  orchestrator: { type: lokal }
  dbt: { type: "\${secret:engine}" }
sources:
  - { name: source, path: ./missing.csv }
  - { name: source, path: ./rows.csv }
transforms: ./models
schedule: { cron: "0 25 * * *", timezone: Europe/Berlinn }
`,
  "rows.csv": "id\n1\n",
  "models/broken.sql": "-- what a slip of the pen looks like\nSELEC 1",
  "models/daily.sql": "-- floe: { materialisation: table, dependsOn: [nothing] }\nSELECT 1 AS a",
  "models/east.sql": "SELECT *\nFROM westward",
  "models/westward.sql": "SELECT * FROM east",
  "models/weekly.sql": "SELECT * FROM dayly",
};

/** Where each mistake is, and its kind. */
const PROBLEMS = [
  "floe.yaml:1:7 name_invalid",
  "floe.yaml:2:1 key_unknown",
  "floe.yaml:4:47 plugin_config_invalid",
  "floe.yaml:4:53 plugin_config_invalid",
  "floe.yaml:4:77 variable_unset",
  "floe.yaml:5:25 plugin_not_found",
  "floe.yaml:6:16 secret_misplaced",
  "floe.yaml:8:27 source_not_found",
  "floe.yaml:9:13 name_repeated",
  "floe.yaml:11:19 cron_invalid",
  "floe.yaml:11:43 timezone_invalid",
  "models/broken.sql:2:1 sql_invalid",
  "models/daily.sql:1:12 key_unknown",
  "models/daily.sql:1:48 dependency_unknown",
  "models/east.sql:2:6 dependency_cycle",
  "models/weekly.sql:1:15 table_unknown",
];

/** All but what is installed, a link to a folder in which other tests' tools keep things. */
function filesOf(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => !/^node_modules./.test(file)).sort();
}

test("floe check tells every mistake in a product with its place, and leaves nothing behind", async () => {
  const { root } = await makeProduct(FILES);
  const before = filesOf(root);
  const { exitCode, stdout, stderr } = await floe(root, "check");
  expect(exitCode).toBe(3);
  const places = stderr.split("\n").flatMap((line) => /^(\S+:\d+:\d+): error/.exec(line)?.[1] ?? []);
  expect(places).toEqual(PROBLEMS.map((problem) => problem.split(" ")[0]));
  expect(stderr).toContain(`${PROBLEMS.length} problems`);
  expect(stdout).toBe("");

  const json = await floe(root, "check", "--json");
  expect(json.exitCode).toBe(3);
  const document = JSON.parse(json.stdout) as { problems: { file: string; line: number; column: number; code: string }[] };
  const told = document.problems.map(({ file, line, column, code }) => `${file.slice(root.length + 1)}:${line}:${column} ${code}`);
  expect(told).toEqual(PROBLEMS);
  expect(filesOf(root)).toEqual(before);
});

test("floe run refuses the same product with the same places, and runs nothing", async () => {
  const { root } = await makeProduct(FILES);
  const { exitCode, stderr } = await floe(root, "run");
  expect(exitCode).toBe(3);
  expect(stderr).toContain(`${PROBLEMS.length} problems`);
  expect(readdirSync(root)).not.toContain(".floe");
});
