import { describe, expect, test } from "vitest";
import { PluginShutdownError } from "../../../src/errors/plugin-shutdown-error.ts";
import { expectForm } from "../../support/error-form.ts";

describe("PluginShutdownError", () => {
  test("PluginShutdownError says why the plugin did not stop", () => {
    expectForm(new PluginShutdownError({ plugin: "t:a", cause: new Error("busy") }), {
      name: "PluginShutdownError",
      code: "FLOE_PLUGIN_SHUTDOWN",
      message: "Cannot stop plugin t:a: busy",
      hint: "What the plugin held may still be held: look at the cause.",
      fields: { plugin: "t:a" },
      cause: { name: "Error", message: "busy" },
    });
  });

  test("PluginShutdownError takes a reason of the caller's", () => {
    expect(new PluginShutdownError({ plugin: "t:a", reason: "it was given up" }).message).toBe("Cannot stop plugin t:a: it was given up");
  });
});
