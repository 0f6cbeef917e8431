import { describe, expect, test } from "vitest";
import { PluginNotFoundError } from "../../../src/errors/plugin-not-found-error.ts";
import { expectForm, expectFrozenCopy } from "../../support/error-form.ts";

const asked = { pluginType: "floe.computes", pluginName: "dukdb" };
const skipped = {
  code: "entry_not_found",
  package: "floe-duckdb",
  file: "/app/node_modules/floe-duckdb/package.json",
  path: "floe.computes.dukdb",
  message: "its entry file does not exist",
  remedy: "Build the package.",
};

describe("PluginNotFoundError", () => {
  test("PluginNotFoundError names what there is, and what is nearest", () => {
    expectForm(new PluginNotFoundError({ ...asked, available: ["duckdb", "spark"], nearest: "duckdb" }), {
      name: "PluginNotFoundError",
      code: "FLOE_PLUGIN_NOT_FOUND",
      message: "Cannot find plugin floe.computes:dukdb: known are duckdb, spark",
      hint: 'Did you mean "duckdb"?',
      fields: { ...asked, available: ["duckdb", "spark"], nearest: "duckdb" },
    });
  });

  test("PluginNotFoundError says that there is none at all", () => {
    const error = new PluginNotFoundError({ ...asked, verb: "activate", available: [] });
    expect(error.message).toBe("Cannot activate plugin floe.computes:dukdb: none is known");
    expect(error.hint).toBe("Install the package that provides it and make it a dependency of the application.");
    expect(error.nearest).toBeUndefined();
  });

  test("PluginNotFoundError tells why discovery skipped it", () => {
    const error = new PluginNotFoundError({ ...asked, available: ["spark"], skipped });
    expect(error.message).toBe("Cannot find plugin floe.computes:dukdb: its entry file does not exist");
    expect(error.hint).toBe("Build the package.");
    expect(error.skipped).toEqual(skipped);
  });

  test("PluginNotFoundError shows 20 names at most, and carries all", () => {
    const available = Array.from({ length: 21 }, (_, index) => `plugin-${String(index)}`);
    const error = new PluginNotFoundError({ ...asked, available });
    expect(error.message).toMatch(/plugin-19, \.\.\.$/);
    expectFrozenCopy(error.available, available);
    expect(new PluginNotFoundError({ ...asked, available: available.slice(0, 20) }).message).toMatch(/plugin-19$/);
  });

  test("PluginNotFoundError takes a hint of the caller's", () => {
    expect(new PluginNotFoundError({ ...asked, available: [], hint: "Call discoverAll() first." }).hint).toBe("Call discoverAll() first.");
  });
});
