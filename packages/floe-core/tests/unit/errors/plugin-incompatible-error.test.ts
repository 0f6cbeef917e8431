import { describe, expect, test } from "vitest";
import { PluginIncompatibleError } from "../../../src/errors/plugin-incompatible-error.ts";
import { expectForm } from "../../support/error-form.ts";

const reason = "the versions do not fit";

describe("PluginIncompatibleError", () => {
  test("PluginIncompatibleError says to upgrade the platform for a newer plugin", () => {
    const fields = { plugin: "t:a", requiredVersion: "1.4", platformVersion: "1.2", upgrade: "platform" as const };
    expectForm(new PluginIncompatibleError({ ...fields, plugin: "t:a", reason }), {
      name: "PluginIncompatibleError",
      code: "FLOE_PLUGIN_INCOMPATIBLE",
      message: "Cannot load plugin t:a: the versions do not fit",
      hint: "Upgrade floe-core to a version whose plugin API is at least 1.4.",
      fields,
    });
  });

  test("PluginIncompatibleError says to upgrade the plugin for a newer platform", () => {
    const error = new PluginIncompatibleError({ plugin: "t:a", requiredVersion: "1.0", platformVersion: "2.0", upgrade: "plugin", reason });
    expect(error.hint).toBe("Upgrade the plugin to a version built for plugin API 2.0.");
  });

  test("PluginIncompatibleError takes a hint of the caller's", () => {
    const details = { plugin: "t:a", requiredVersion: "1.0", platformVersion: "2.0", upgrade: "plugin", reason } as const;
    expect(new PluginIncompatibleError({ ...details, hint: "Ask its author." }).hint).toBe("Ask its author.");
  });
});
