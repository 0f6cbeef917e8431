import { describe, test } from "vitest";
import { PluginTimeoutError, type TimedHook } from "../../../src/errors/plugin-timeout-error.ts";
import { expectForm } from "../../support/error-form.ts";

describe("PluginTimeoutError", () => {
  test.each<[TimedHook, string]>([
    ["startup", "start"],
    ["shutdown", "stop"],
    ["healthCheck", "check"],
  ])("PluginTimeoutError says that %s was not done within its limit", (hook, verb) => {
    expectForm(new PluginTimeoutError({ plugin: "t:a", hook, limitMs: 100 }), {
      name: "PluginTimeoutError",
      code: "FLOE_PLUGIN_TIMEOUT",
      message: `Cannot ${verb} plugin t:a: ${hook} was not done within 100 ms`,
      hint: `Raise the ${hook} limit, or make the hook honour its signal and finish sooner.`,
      fields: { plugin: "t:a", hook, limitMs: 100 },
    });
  });
});
