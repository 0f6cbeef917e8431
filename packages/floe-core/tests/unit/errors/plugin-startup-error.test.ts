import { describe, expect, test } from "vitest";
import { PluginStartupError } from "../../../src/errors/plugin-startup-error.ts";
import { expectForm } from "../../support/error-form.ts";

describe("PluginStartupError", () => {
  test("PluginStartupError says why the plugin did not start", () => {
    expectForm(new PluginStartupError({ plugin: "t:a", cause: new Error("port in use") }), {
      name: "PluginStartupError",
      code: "FLOE_PLUGIN_STARTUP",
      message: "Cannot start plugin t:a: port in use",
      hint: "Mend the cause and activate it again; what depends on it was not started.",
      fields: { plugin: "t:a" },
      cause: { name: "Error", message: "port in use" },
    });
  });

  test("PluginStartupError tells that the shutdown after it failed too", () => {
    const error = new PluginStartupError({ plugin: "t:a", reason: "it was given up", cleanupFailure: "busy", hint: "Wait." });
    expect(error.message).toBe("Cannot start plugin t:a: it was given up; its shutdown then failed too: busy");
    expect([error.cleanupFailure, error.hint]).toEqual(["busy", "Wait."]);
  });
});
