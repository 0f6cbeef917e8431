import { describe, expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderExplanation } from "../../../src/render/render-explanation.ts";
import { explainedPackage, explainedPlugin, explanationOf, skippedEntry } from "../../support/explanations.ts";

const rendering = { cwd: "/app", theme: plainTheme };
const took = "discovery: 3 package.json files read in 7 ms";

describe("renderExplanation", () => {
  test("renderExplanation puts one plugin under the other, and how long discovery took at the end", () => {
    const text = renderExplanation(explanationOf([explainedPlugin, { ...explainedPlugin, key: "floe.dbt:duckdb" }]), rendering);
    expect(text).toMatch(/^floe\.computes:duckdb 1\.2\.3: accepted\n[^]*\n\nfloe\.dbt:duckdb 1\.2\.3: accepted\n/);
    expect(text).toMatch(new RegExp(`\n\n${took}$`));
  });

  test("renderExplanation puts a package before its plugins", () => {
    const text = renderExplanation(explanationOf([explainedPlugin], { package: explainedPackage }), rendering);
    expect(text).toMatch(
      /^package floe-duckdb-compute 1\.2\.3: accepted\n\nfound in {2}node_modules\/floe-duckdb-compute\ndeclared {2}in the application's dependencies\n\nfloe\.computes:duckdb/,
    );
  });

  test("renderExplanation says why a package brings nothing", () => {
    const asked = { ...explainedPackage, name: "acme", version: null, path: null, declaredIn: null };
    const reason = { verdict: "not_installed", reason: "it is not installed", remedy: "Install it." } as const;
    expect(renderExplanation(explanationOf([], { package: { ...asked, ...reason, skipped: [skippedEntry] } }), rendering)).toBe(
      `package acme: not installed

why       it is not installed
          Install it.
declared  not by the application itself
skipped   Cannot accept
          entry_not_found in node_modules/acme/package.json at floe.secrets.vault
          expected a file; found none
          Build it.

${took}`,
    );
  });

  test("renderExplanation names what is near, and who needs it, where nothing is found", () => {
    const nothing = explanationOf([], { query: "dukdb", nearest: ["floe.computes:duckdb", "floe-duckdb"], neededBy: ["floe.dbt:core"] });
    expect(renderExplanation(nothing, rendering)).toBe(
      `dukdb: not found
No plugin and no package of this name is installed. Did you mean floe.computes:duckdb or floe-duckdb?
floe.dbt:core needs it.

${took}`,
    );
    expect(renderExplanation(explanationOf([]), rendering)).toContain("floe plugins list shows what is.");
    expect(renderExplanation(explanationOf([], { neededBy: ["a:b", "c:d"] }), rendering)).toContain("a:b, c:d need it.");
  });
});
