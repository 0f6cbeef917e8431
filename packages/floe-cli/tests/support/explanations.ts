import type { SkippedEntry } from "floe-core";
import type { ExplainedPackage, ExplainedPlugin, Explanation } from "../../src/explain/explanation.ts";

/** A verdict of discovery. */
export const skippedEntry: SkippedEntry = {
  code: "entry_not_found",
  package: "acme",
  file: "/app/node_modules/acme/package.json",
  path: "floe.secrets.vault",
  expected: "a file",
  found: "none",
  message: "Cannot accept",
  remedy: "Build it.",
};

/** A plugin with nothing wrong. */
export const explainedPlugin: ExplainedPlugin = {
  key: "floe.computes:duckdb",
  verdict: "accepted",
  reason: null,
  remedy: null,
  version: "1.2.3",
  description: "SQL in DuckDB",
  offers: [
    {
      package: "floe-duckdb-compute",
      version: "1.2.3",
      path: "/app/node_modules/floe-duckdb-compute",
      file: "/app/node_modules/floe-duckdb-compute/dist/plugin.js",
      export: "DuckDBComputePlugin",
      apiVersion: "1.0",
      isChosen: true,
    },
  ],
  skipped: [],
  api: { version: "1.0", isCompatible: true, reason: "plugin API 1.0 is part of the platform's 1.0" },
  dependencies: [],
  dependents: { direct: [], indirect: [] },
  start: { status: "ready", wave: 1, becauseOf: null, cycles: [] },
  state: "loaded",
  load: { durationMs: 85, error: null },
  configuration: { kind: "none" },
  inProduct: "selected",
};

/** A package with nothing wrong. */
export const explainedPackage: ExplainedPackage = {
  name: "floe-duckdb-compute",
  verdict: "accepted",
  reason: null,
  remedy: null,
  version: "1.2.3",
  path: "/app/node_modules/floe-duckdb-compute",
  declaredIn: "dependencies",
  skipped: [],
};

/** The answer that consists of these plugins. */
export function explanationOf(plugins: readonly ExplainedPlugin[], rest: Partial<Explanation> = {}): Explanation {
  return {
    query: "duckdb",
    apiVersion: "1.0",
    plugins,
    package: null,
    nearest: [],
    neededBy: [],
    product: null,
    discovery: { packagesRead: 3, durationMs: 7 },
    ...rest,
  };
}
