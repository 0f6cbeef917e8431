import { describe, expect, test } from "vitest";
import { PluginLoadError, type LoadStage } from "../../../src/errors/plugin-load-error.ts";
import { expectForm } from "../../support/error-form.ts";

const plugin = "t:a";
const entryPoint = "/app/node_modules/a/plugin.js#A";

describe("PluginLoadError", () => {
  test.each<[LoadStage, string, string]>([
    ["resolve", "its file is gone", "Reinstall or rebuild the package, then call rediscover()."],
    ["import", "its module failed to import", "Mend the module, or reinstall the package, and start a new process."],
    [
      "export",
      "its module has no such export",
      "Correct the part after '#' in the package's floe block, or export the class under that name.",
    ],
    [
      "construct",
      "its class could not be constructed",
      "The constructor is called without arguments and must not throw; do real work in startup().",
    ],
  ])("PluginLoadError says that loading stopped at %s", (stage, text, hint) => {
    expectForm(new PluginLoadError({ plugin, entryPoint, stage, cause: new SyntaxError("unexpected token") }), {
      name: "PluginLoadError",
      code: "FLOE_PLUGIN_LOAD",
      message: `Cannot load plugin t:a: ${text}: unexpected token`,
      hint,
      fields: { plugin, entryPoint, stage },
      cause: { name: "SyntaxError", message: "unexpected token" },
    });
  });

  test("PluginLoadError takes a reason and a hint of the caller's", () => {
    const error = new PluginLoadError({ plugin, entryPoint, stage: "export", reason: "B is a number", hint: "Export a class." });
    expect(error.message).toBe("Cannot load plugin t:a: its module has no such export: B is a number");
    expect(error.hint).toBe("Export a class.");
  });
});
