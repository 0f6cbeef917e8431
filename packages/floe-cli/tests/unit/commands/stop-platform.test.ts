import { describe, expect, test } from "vitest";
import { stopPlatform } from "../../../src/commands/stop-platform.ts";
import { contextOf } from "../../support/context.ts";
import { shutdown } from "../../support/results.ts";

describe("stopPlatform", () => {
  test("stopPlatform says on standard error what was stopped, in order", async () => {
    const context = contextOf();
    expect(await stopPlatform({ stop: async () => shutdown }, context)).toBe(shutdown);
    expect(context.host.err()).toBe("stopped floe.orchestrators:local, floe.computes:duckdb\n");
    expect(context.host.out()).toBe("");
  });

  test("stopPlatform warns of plugins that did not stop well", async () => {
    const error = { name: "PluginShutdownError", code: "FLOE_PLUGIN_SHUTDOWN", message: "Cannot stop it", hint: "" };
    const context = contextOf();
    await stopPlatform({ stop: async () => ({ ...shutdown, plugins: [{ ...shutdown.plugins[0]!, error }] }) }, context);
    expect(context.host.err()).toBe("warn: Cannot stop it plugin=floe.orchestrators:local\n");
  });
});
