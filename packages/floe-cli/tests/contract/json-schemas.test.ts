import { DuplicatePluginError, PluginLoadError, type PluginInfo } from "floe-core";
import { PlatformFileError, type PlatformProblem, type ServeEvent } from "floe-platform";
import { describe, expect, test } from "vitest";
import type { ExplainedPlugin, Explanation } from "../../src/explain/explanation.ts";
import { checkDocument, checkedProduct } from "../../src/json/check-document.ts";
import { compileDocument } from "../../src/json/compile-document.ts";
import { contractDocument } from "../../src/json/contract-document.ts";
import { completionDocument } from "../../src/json/completion-document.ts";
import { healthDocument } from "../../src/json/health-document.ts";
import { errorDocument } from "../../src/json/json-document.ts";
import { pluginSummary } from "../../src/json/plugin-summary.ts";
import { pluginsDocument } from "../../src/json/plugins-document.ts";
import { pluginsExplainDocument } from "../../src/json/plugins-explain-document.ts";
import { pluginsGraphDocument } from "../../src/json/plugins-graph-document.ts";
import { runDocument } from "../../src/json/run-document.ts";
import { schemaDocument } from "../../src/json/schema-document.ts";
import { serveDocument, type ServeDocument } from "../../src/json/serve-document.ts";
import { startReportDocument } from "../../src/json/start-report-document.ts";
import { stepDocument } from "../../src/json/step-document.ts";
import { artifacts } from "../support/artifacts.ts";
import { brokenContract, keptContract } from "../support/contract-reports.ts";
import { documentProblems, documentSchemas, schemaOf } from "../support/document-schemas.ts";
import { explainedPackage, explainedPlugin, explanationOf, skippedEntry } from "../support/explanations.ts";
import { events, failed, halfStarted, health, plugins, shutdown, startFailed, startup, succeeded, unhealthy } from "../support/results.ts";
import { tangledRegistry } from "../support/tangled-registry.ts";
import { tangledView } from "../support/tangled-view.ts";

const at = "2026-01-01T00:00:00.000Z";
const compiled = { ...artifacts, hash: "0".repeat(64) };
const problem: PlatformProblem = {
  code: "key_unknown",
  file: "/app/floe.yaml",
  line: 2,
  column: 1,
  path: "plugin",
  message: "unknown key plugin",
  expected: "one of name, plugins",
  found: "plugin",
  nearest: "plugins",
  remedy: "Remove it.",
};
const errors = [
  new PlatformFileError("/app/floe.yaml", [problem, { code: "file_not_found", path: "", message: "", expected: "", found: "", remedy: "" }]),
  new PluginLoadError({ plugin: "floe.dbt:core", entryPoint: "a#b", stage: "import", cause: new Error("no") }),
  new DuplicatePluginError({ verb: "get", key: "floe.dbt:core", candidates: [{ package: "p", version: "1.0.0", path: "/p" }] }),
  new Error("unexpected"),
  "thrown",
];
const run = { name: "flights", file: "/app/floe.yaml", hash: "abc", plugins, startup, health, run: succeeded, shutdown, durationMs: 7 };
const watched = { product: { name: "flights", file: "/app/floe.yaml" }, startup: startFailed, health: unhealthy };

const serveEvents: readonly ServeDocument["event"][] = [
  {
    type: "serving",
    at,
    product: { name: "flights", file: "/app/floe.yaml", hash: "abc" },
    schedule: { cron: "@daily", timezone: "UTC" },
    plugins: plugins.map(pluginSummary),
  },
  { type: "ready", at, startup },
  { type: "scheduled", at, next: at },
  { type: "started", at, due: at },
  ...events.map((event): ServeEvent => ({ type: "progress", at, due: at, event })),
  { type: "finished", at, due: at, result: failed },
  { type: "failed", at, due: at, error: { code: "X", message: "no" } },
  { type: "missed", at, reason: "still-running", count: 2, hasMore: false, first: at, last: at, since: at },
  { type: "missed", at, reason: "asleep", count: 1, hasMore: true, first: at, last: at },
  { type: "stopped", at, shutdown },
];

const tangled = tangledRegistry();
const broken: ExplainedPlugin = {
  ...explainedPlugin,
  verdict: "skipped",
  reason: "No",
  remedy: "Build it.",
  version: null,
  offers: [{ ...explainedPlugin.offers[0]!, apiVersion: null, isChosen: false }],
  skipped: [skippedEntry],
  api: { version: null, isCompatible: null, reason: null },
  dependencies: tangledView().edges.map(({ from, to: _, ...outcome }) => ({ ...outcome, plugins: [from] })),
  dependents: { direct: ["floe.dbt:a"], indirect: ["floe.dbt:b"] },
  start: { status: "cycle", wave: null, becauseOf: "floe.dbt:a", cycles: [["floe.dbt:a", "floe.dbt:a"]] },
  load: { durationMs: 1, error: errorDocument("x", errors[1]).error },
  configuration: { kind: "schema", schema: { type: "object" } },
  inProduct: "needed",
};
const unloaded: ExplainedPlugin = { ...broken, start: null, state: null, load: null, configuration: null, inProduct: null };
const opaque: ExplainedPlugin = { ...broken, configuration: { kind: "unknown", reason: "no" }, inProduct: "no" };
const explanations: readonly Explanation[] = [
  explanationOf([explainedPlugin, broken, unloaded, opaque], {
    package: { ...explainedPackage, verdict: "skipped", reason: "No", remedy: "Build it.", skipped: [skippedEntry] },
    product: { file: "/app/floe.yaml", name: null, error: errorDocument("x", errors[0]).error },
  }),
  explanationOf([], { nearest: ["floe.dbt:core"], neededBy: ["floe.dbt:a"], product: { file: "/f", name: "flights", error: null } }),
  explanationOf([], { package: { ...explainedPackage, version: null, path: null, declaredIn: null, verdict: "not_installed" } }),
];

const columnLineage = [
  { column: "id", inputs: [{ table: "raw", column: "id", transformation: "IDENTITY" as const }] },
  { column: "one", inputs: [] },
];

/** By schema: documents that cover every member. */
const DOCUMENTS: Readonly<Record<string, readonly object[]>> = {
  error: errors.map((error) => errorDocument("run", error)),
  run: [runDocument(run), runDocument({ ...run, startup: halfStarted, health: unhealthy, run: failed })],
  "start-report": [startReportDocument(startup), startReportDocument(startFailed)],
  check: [
    checkDocument("/app/floe.yaml", checkedProduct(compiled, plugins)),
    checkDocument("/app/floe.yaml", checkedProduct({ ...compiled, schedule: undefined }, [])),
    checkDocument("/app/floe.yaml", [problem]),
  ],
  compile: [
    compileDocument(compiled, { file: undefined, entryPoint: undefined }),
    compileDocument(compiled, { file: "/app/floe.json", entryPoint: "/app/out/definitions.py" }),
  ],
  health: [healthDocument({ ...watched, startup, health }), healthDocument(watched)],
  schema: [schemaDocument({ schema: {}, skipped: [] }, undefined), schemaDocument({ schema: {}, skipped: [{ key: "a:b", reason: "no" }] }, "/s")],
  step: [
    ...succeeded.steps.map((step) => stepDocument({ step, columns: [{ name: "id", type: "INTEGER" }], columnLineage })),
    ...failed.steps.map((step) => stepDocument({ step, columns: [], columnLineage: null })),
  ],
  completion: (["bash", "zsh", "fish"] as const).map((shell) => completionDocument(shell, "script")),
  contract: [contractDocument("/plugin", keptContract), contractDocument("/plugin", brokenContract)],
  serve: serveEvents.map(serveDocument),
  "plugins-list": [
    pluginsDocument(tangled.list(), { ...tangled.discoverAll(), skipped: [skippedEntry] }),
    pluginsDocument(plugins, tangled.discoverAll()),
    pluginsDocument([{ ...plugins[0]!, dependencies: ["a", { type: "b", name: "c", version: "^1", optional: true }] } satisfies PluginInfo], {
      ...tangled.discoverAll(),
      conflicts: [{ key: "a:b", candidates: [{ name: "n", version: "1", path: "", registered: true }], message: "", remedy: "" }],
    }),
  ],
  "plugins-graph": [
    pluginsGraphDocument(tangledView(), null),
    pluginsGraphDocument({ nodes: [], edges: [], cycles: [] }, { name: "flights", file: "/app/floe.yaml" }),
  ],
  "plugins-explain": explanations.map(pluginsExplainDocument),
};

describe("schema/*.json", () => {
  test("schema/*.json describes every document, and nothing else is in the folder", () => {
    expect(documentSchemas()).toEqual([...Object.keys(DOCUMENTS), "common"].sort());
  });

  test.each(Object.entries(DOCUMENTS))("schema/%s.json takes every document of its command", (name, documents) => {
    expect(documents.map((document) => documentProblems(name, document))).toEqual(documents.map(() => []));
  });

  test.each(Object.entries(DOCUMENTS))("schema/%s.json refuses a member that it does not know, and one that is missing", (name, documents) => {
    for (const document of documents) {
      expect(documentProblems(name, { ...document, extra: 1 })).not.toEqual([]);
      expect(documentProblems(name, { ...document, ok: undefined })).not.toEqual([]);
      expect(documentProblems(name, { ...document, version: "2.0" })).not.toEqual([]);
    }
  });

  test.each(Object.keys(DOCUMENTS).filter((name) => name !== "start-report"))("schema/%s.json takes the error in place of a result", (name) => {
    for (const error of errors) expect(documentProblems(name, errorDocument("run", error))).toEqual([]);
  });

  test.each(documentSchemas())("schema/%s.json is closed and described wherever it says what an object is", (name) => {
    const schema = schemaOf(name);
    expect(schema).toMatchObject({ title: expect.any(String), description: expect.any(String) });
    const open = objectsIn(schema).filter((one) => "properties" in one && one["additionalProperties"] !== false);
    // An error has members of its own.
    expect(open).toEqual(name === "common" ? [expect.objectContaining({ required: ["name", "code", "message", "hint"] })] : []);
  });
});

/** Every object inside a schema that stands for a JSON object. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(objectsIn);
  return "type" in value && value.type === "object" ? [value, ...inside] : inside;
}
