import { describe, expect, test } from "vitest";
import type { ExplainedPlugin, ExplainedProduct } from "../../../src/explain/explanation.ts";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderExplainedPlugin } from "../../../src/render/render-explained-plugin.ts";
import { explainedPlugin, skippedEntry } from "../../support/explanations.ts";

const flights: ExplainedProduct = { file: "/app/floe.yaml", name: "flights", error: null };

function rendered(changes: Partial<ExplainedPlugin> = {}, product: ExplainedProduct | null = flights): string {
  return renderExplainedPlugin({ ...explainedPlugin, ...changes }, product, { cwd: "/app", theme: plainTheme });
}

const offer = explainedPlugin.offers[0]!;
const conflict = { verdict: "conflict", reason: "Cannot choose", remedy: "Remove one." } as const;

describe("renderExplainedPlugin", () => {
  test("renderExplainedPlugin says everything of a plugin that is fine", () => {
    expect(rendered()).toBe(
      `floe.computes:duckdb 1.2.3: accepted
SQL in DuckDB

found in    floe-duckdb-compute 1.2.3
            node_modules/floe-duckdb-compute
            dist/plugin.js, export DuckDBComputePlugin
plugin API  1.0 fits the platform's 1.0
needs       nothing
needed by   nothing
starts      in wave 1
state       loaded in 85 ms
product     flights (floe.yaml) selects it

It takes no configuration.`,
    );
  });

  test("renderExplainedPlugin shows both packages of a conflict, and neither needs nor order", () => {
    const text = rendered({ ...conflict, offers: [offer, { ...offer, package: "other", isChosen: false }], load: null, configuration: null });
    expect(text).toMatch(/^floe\.computes:duckdb 1\.2\.3: conflict\n/);
    expect(text).toMatch(/^why +Cannot choose\n +Remove one\.$/m);
    expect(text).toMatch(/^ +other 1\.2\.3$/m);
    expect(text).not.toMatch(/^(needs|starts) /m);
  });

  test("renderExplainedPlugin shows whom prefer has chosen", () => {
    const text = rendered({ offers: [offer, { ...offer, package: "other", isChosen: false }] });
    expect(text).toContain("floe-duckdb-compute 1.2.3: chosen by prefer");
    expect(text).toContain("other 1.2.3: not chosen by prefer");
  });

  test("renderExplainedPlugin says of a plugin without files only who brings it", () => {
    expect(rendered({ offers: [{ ...offer, path: "", file: "" }] })).toMatch(/^found in +floe-duckdb-compute 1\.2\.3\nplugin API/m);
  });

  test("renderExplainedPlugin shows a verdict of discovery in full", () => {
    const nothing = { version: null, offers: [], start: null, state: null, load: null, configuration: null, description: "" };
    const api = { version: null, isCompatible: null, reason: null };
    expect(rendered({ verdict: "skipped", reason: "Cannot accept", remedy: "Build it.", skipped: [skippedEntry], api, ...nothing }, null)).toBe(
      `floe.computes:duckdb: skipped

skipped    Cannot accept
           entry_not_found in node_modules/acme/package.json at floe.secrets.vault
           expected a file; found none
           Build it.
needed by  nothing`,
    );
  });

  test.each<[RegExp, Partial<ExplainedPlugin>]>([
    [/^plugin API +not stated in the package\.json/m, { api: { version: null, isCompatible: null, reason: null } }],
    [/^plugin API +9\.0 does not fit the platform's 1\.0$/m, { api: { version: "9.0", isCompatible: false, reason: "too new" } }],
    [/^needed by +1 plugin: a:b$/m, { dependents: { direct: ["a:b"], indirect: [] } }],
    [/^needed by +1 plugin: a:b\n +and through them 2 others: c:d, e:f$/m, { dependents: { direct: ["a:b"], indirect: ["c:d", "e:f"] } }],
    [/^starts +not at all, because of a:b$/m, { start: { status: "blocked", wave: null, becauseOf: "a:b", cycles: [] } }],
    [/^starts +not at all: a dependency of its own/m, { start: { status: "faulty", wave: null, becauseOf: null, cycles: [] } }],
    [
      /^starts +not at all, because of a cycle: a:b -> c:d -> a:b$/m,
      { start: { status: "cycle", wave: null, becauseOf: null, cycles: [["a:b", "c:d", "a:b"]] } },
    ],
    [/^state +discovered$/m, { state: "discovered", load: null }],
    [
      /^state +failed after 85 ms\n +FLOE_PLUGIN_LOAD: no luck\n +Mend it\.$/m,
      { state: "failed", load: { durationMs: 85, error: { name: "E", code: "FLOE_PLUGIN_LOAD", message: "no luck", hint: "Mend it." } } },
    ],
    [/^product +flights \(floe\.yaml\) needs it for a plugin that it selects$/m, { inProduct: "needed" }],
    [/^product +flights \(floe\.yaml\) does without it$/m, { inProduct: "no" }],
    [
      /^needs +disk = floe\.storage:disk$/m,
      {
        dependencies: [
          { dependency: "disk", range: null, optional: false, status: "ready", plugins: ["floe.storage:disk"], found: null, nearest: null },
        ],
      },
    ],
  ])("renderExplainedPlugin says %s", (line, changes) => {
    expect(rendered(changes)).toMatch(line);
  });

  test("renderExplainedPlugin points to floe check where the product does not load", () => {
    const error = { name: "PlatformFileError", code: "FLOE_PLATFORM_INVALID", message: "", hint: "" };
    expect(rendered({ inProduct: null }, { ...flights, name: null, error })).toMatch(
      /^product +unknown: floe\.yaml does not load; floe check floe\.yaml says why$/m,
    );
    expect(rendered({ inProduct: null }, null)).not.toMatch(/^product/m);
  });
});
