import { describe, test } from "vitest";
import { PluginBlockedError } from "../../../src/errors/plugin-blocked-error.ts";
import { expectForm } from "../../support/error-form.ts";

const form = {
  name: "PluginBlockedError",
  code: "FLOE_PLUGIN_BLOCKED",
  hint: "Mend t:b first.",
  fields: { plugin: "t:a", blockedBy: "t:b" },
};

describe("PluginBlockedError", () => {
  test("PluginBlockedError names the failed dependency at the root", () => {
    expectForm(new PluginBlockedError({ plugin: "t:a", blockedBy: "t:b" }), {
      ...form,
      message: "Cannot start plugin t:a: it needs t:b, which is not running",
    });
  });

  test("PluginBlockedError says why that failed", () => {
    expectForm(new PluginBlockedError({ plugin: "t:a", blockedBy: "t:b", cause: new Error("port in use") }), {
      ...form,
      message: "Cannot start plugin t:a: it needs t:b, which is not running: port in use",
      cause: { name: "Error", message: "port in use" },
    });
  });
});
