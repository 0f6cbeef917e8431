import * as core from "floe-core";
import { isPluginError, PluginError } from "floe-core";
import { describe, expect, test } from "vitest";

const plugin = "floe.dbt:core";
const cause = new TypeError("why");
const skipped = { code: "entry_not_found", package: "p", file: "f", path: "floe.dbt.core", message: "m", remedy: "r" };
const candidate = { package: "p", version: "1.0.0", path: "/p" };
const copy = { version: "0.1.0", apiVersion: "1.0", path: "/p" };
const issue = { path: "a", rule: "invalid_type", message: "m", expected: "string", received: "number", nearest: "b" };
const violation = { rule: "missing" as const, member: "run", expected: "a function", found: "nothing" };
const missing = { plugin, dependency: "x", nearest: "y" } as const;
const ambiguous = { plugin, dependency: "x", candidates: [plugin] } as const;
const versionConflict = { plugin, dependency: plugin, range: "^2", found: "1.0.0", reason: "r" } as const;
const place = { file: "a.sql", line: 1, model: "a", adapter: "duckdb" };

interface Pin {
  readonly error: PluginError;
  readonly code: string;
  /** The error's own fields, as its JSON has them. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/* Written out by hand: callers switch on the codes and read the fields, in processes and in JSON output. */
const PINS: Readonly<Record<string, Pin>> = {
  PluginNotFoundError: {
    error: new core.PluginNotFoundError({ pluginType: "floe.dbt", pluginName: "cor", available: ["core"], nearest: "core", skipped }),
    code: "FLOE_PLUGIN_NOT_FOUND",
    fields: { pluginType: "floe.dbt", pluginName: "cor", available: ["core"], nearest: "core", skipped },
  },
  PluginIncompatibleError: {
    error: new core.PluginIncompatibleError({ plugin, requiredVersion: "2.0", platformVersion: "1.0", upgrade: "platform", reason: "r" }),
    code: "FLOE_PLUGIN_INCOMPATIBLE",
    fields: { plugin, requiredVersion: "2.0", platformVersion: "1.0", upgrade: "platform" },
  },
  PluginConfigurationError: {
    error: new core.PluginConfigurationError({ plugin, issues: [issue] }),
    code: "FLOE_PLUGIN_CONFIGURATION",
    fields: { plugin, issues: [issue] },
  },
  DuplicatePluginError: {
    error: new core.DuplicatePluginError({ verb: "get", key: plugin, candidates: [candidate] }),
    code: "FLOE_PLUGIN_DUPLICATE",
    fields: { key: plugin, candidates: [candidate] },
  },
  CircularDependencyError: {
    error: new core.CircularDependencyError({ cycles: [[plugin, plugin]] }),
    code: "FLOE_PLUGIN_CIRCULAR_DEPENDENCY",
    fields: { cycles: [[plugin, plugin]] },
  },
  MissingDependencyError: {
    error: new core.MissingDependencyError({ missing: [missing], ambiguous: [ambiguous], versionConflicts: [versionConflict] }),
    code: "FLOE_PLUGIN_MISSING_DEPENDENCY",
    fields: { missing: [missing], ambiguous: [ambiguous], versionConflicts: [versionConflict] },
  },
  PluginLoadError: {
    error: new core.PluginLoadError({ plugin, entryPoint: "a.js#A", stage: "import", reason: "r" }),
    code: "FLOE_PLUGIN_LOAD",
    fields: { plugin, entryPoint: "a.js#A", stage: "import" },
  },
  PluginContractError: {
    error: new core.PluginContractError({ plugin, violations: [violation] }),
    code: "FLOE_PLUGIN_CONTRACT",
    fields: { plugin, violations: [violation] },
  },
  PluginStartupError: {
    error: new core.PluginStartupError({ plugin, reason: "r", cleanupFailure: "c" }),
    code: "FLOE_PLUGIN_STARTUP",
    fields: { plugin, cleanupFailure: "c" },
  },
  PluginShutdownError: {
    error: new core.PluginShutdownError({ plugin, reason: "r" }),
    code: "FLOE_PLUGIN_SHUTDOWN",
    fields: { plugin },
  },
  InvalidTransformsError: {
    error: new core.InvalidTransformsError([{ kind: "cycle", path: ["a", "a"] }]),
    code: "FLOE_ORCHESTRATOR_TRANSFORMS",
    fields: { problems: [{ kind: "cycle", path: ["a", "a"] }] },
  },
  InvalidScheduleError: {
    error: new core.InvalidScheduleError({ job: "shop", problems: ["p"] }),
    code: "FLOE_ORCHESTRATOR_SCHEDULE",
    fields: { job: "shop", problems: ["p"] },
  },
  UnknownSelectionError: {
    error: new core.UnknownSelectionError({ unknown: [{ name: "dayly", nearest: "daily" }], available: ["daily"] }),
    code: "FLOE_ORCHESTRATOR_SELECTION",
    fields: { unknown: [{ name: "dayly", nearest: "daily" }], available: ["daily"] },
  },
  PluginTimeoutError: {
    error: new core.PluginTimeoutError({ plugin, hook: "startup", limitMs: 100 }),
    code: "FLOE_PLUGIN_TIMEOUT",
    fields: { plugin, hook: "startup", limitMs: 100 },
  },
  PluginBlockedError: {
    error: new core.PluginBlockedError({ plugin, blockedBy: "floe.computes:duckdb" }),
    code: "FLOE_PLUGIN_BLOCKED",
    fields: { plugin, blockedBy: "floe.computes:duckdb" },
  },
  PluginInUseError: {
    error: new core.PluginInUseError({ plugin, dependents: ["floe.computes:duckdb"] }),
    code: "FLOE_PLUGIN_IN_USE",
    fields: { plugin, dependents: ["floe.computes:duckdb"] },
  },
  RegistryConflictError: {
    error: new core.RegistryConflictError({ reason: "r", hint: "h", copies: [copy] }),
    code: "FLOE_REGISTRY_CONFLICT",
    fields: { copies: [copy] },
  },
  CatalogUnavailableError: { error: new core.CatalogUnavailableError("m"), code: "FLOE_CATALOG_UNAVAILABLE", fields: {} },
  CatalogAuthenticationError: { error: new core.CatalogAuthenticationError("m"), code: "FLOE_CATALOG_AUTHENTICATION", fields: {} },
  CatalogNotSupportedError: { error: new core.CatalogNotSupportedError("m"), code: "FLOE_CATALOG_NOT_SUPPORTED", fields: {} },
  CatalogConflictError: { error: new core.CatalogConflictError("m"), code: "FLOE_CATALOG_CONFLICT", fields: {} },
  CatalogNotFoundError: { error: new core.CatalogNotFoundError("m"), code: "FLOE_CATALOG_NOT_FOUND", fields: {} },
  DbtCompilationError: { error: new core.DbtCompilationError("m", place), code: "FLOE_DBT_COMPILATION", fields: place },
  DbtExecutionError: { error: new core.DbtExecutionError("m", place), code: "FLOE_DBT_EXECUTION", fields: place },
};

/** The bases of families: abstract, so without a code of their own. */
const BASES = ["PluginError", "CatalogError", "DbtError"];

const ROWS = Object.entries(PINS).map(([name, pin]) => ({ name, ...pin }));

describe("errors", () => {
  test("these classes are exported, and no other", () => {
    const exported = Object.entries(core).filter(([name, value]) => /Error$/.test(name) && /^[A-Z]/.test(name) && typeof value === "function");
    expect(exported.map(([name]) => name).sort()).toEqual([...Object.keys(PINS), ...BASES].sort());
  });

  test("no two share a code", () => {
    expect(new Set(ROWS.map(({ code }) => code)).size).toBe(ROWS.length);
  });

  test.each(ROWS)("$name has code $code and these fields, all of them in its JSON", ({ name, error, code, fields }) => {
    expect(error.code).toBe(code);
    expect(Object.fromEntries(Object.entries(error))).toEqual({ ...fields, code, hint: error.hint });
    expect(JSON.parse(JSON.stringify(error))).toEqual({ name, code, message: error.message, hint: error.hint, ...fields });
  });

  test.each(ROWS)("$name is recognised by its brand, and is an Error", ({ error }) => {
    expect(isPluginError(error)).toBe(true);
    expect(Reflect.get(error, Symbol.for("floe.error"))).toBe(true);
    expect(error).toBeInstanceOf(PluginError);
    expect(error).toBeInstanceOf(Error);
  });

  test("a cause is told in short: its name and message", () => {
    const error = new core.PluginStartupError({ plugin, cause });
    expect(error.cause).toBe(cause);
    expect(error.toJSON().cause).toEqual({ name: "TypeError", message: "why" });
  });

  test("CatalogError and DbtError are the bases of their families", () => {
    for (const { name, error } of ROWS) {
      expect(error instanceof core.CatalogError).toBe(name.startsWith("Catalog"));
      expect(error instanceof core.DbtError).toBe(name.startsWith("Dbt"));
    }
  });
});
