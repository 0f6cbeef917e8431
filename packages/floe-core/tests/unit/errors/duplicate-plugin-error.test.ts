import { describe, expect, test } from "vitest";
import { DuplicatePluginError } from "../../../src/errors/duplicate-plugin-error.ts";
import { expectForm, expectFrozenCopy } from "../../support/error-form.ts";

const one = { package: "one", version: "1.0.0", path: "/app/node_modules/one" };
const other = { package: "other", version: "2.0.0", path: "/app/node_modules/other" };
const registered = { package: "(registered)", version: "1.0.0", path: "" };

describe("DuplicatePluginError", () => {
  test("DuplicatePluginError names every candidate and how to choose one", () => {
    expectForm(new DuplicatePluginError({ verb: "load", key: "floe.computes:duckdb", candidates: [one, other] }), {
      name: "DuplicatePluginError",
      code: "FLOE_PLUGIN_DUPLICATE",
      message:
        "Cannot load plugin floe.computes:duckdb: offered by one 1.0.0 (/app/node_modules/one) and other 2.0.0 (/app/node_modules/other)",
      hint: 'Remove one of them, or choose in the application\'s package.json: "floe": { "prefer": { "floe.computes:duckdb": "one" } }.',
      fields: { key: "floe.computes:duckdb", candidates: [one, other] },
    });
  });

  test("DuplicatePluginError shows no path for a registered plugin, and does not propose to prefer it", () => {
    const error = new DuplicatePluginError({ verb: "register", key: "floe.computes:duckdb", candidates: [registered, other] });
    expect(error.message).toContain("offered by (registered) 1.0.0 and other");
    expect(error.hint).toContain('"floe.computes:duckdb": "other"');
  });

  test("DuplicatePluginError proposes no package if there is none", () => {
    const error = new DuplicatePluginError({ verb: "register", key: "t:a", candidates: [registered, registered] });
    expect(error.hint).toContain('"package-name"');
  });

  test("DuplicatePluginError takes a hint of the caller's", () => {
    const error = new DuplicatePluginError({ verb: "register", key: "t:a", candidates: [], hint: "Unregister it." });
    expect(error.hint).toBe("Unregister it.");
  });

  test("DuplicatePluginError carries a frozen copy", () => {
    const candidates = [one, other];
    expectFrozenCopy(new DuplicatePluginError({ verb: "load", key: "t:a", candidates }).candidates, candidates);
  });
});
