import { describe, expect, test, vi } from "vitest";
import type { EntryPoint } from "../../../src/discovery/entry-point.ts";
import { acceptPlugin, refuseIncompatible } from "../../../src/registry/accept-plugin.ts";
import { PluginRecord } from "../../../src/registry/plugin-record.ts";
import { makeContext } from "../../../src/registry/registry-context.ts";
import { FakeSecrets, fakeSecrets } from "../../support/fake-plugin.ts";
import { thrownBy } from "../../support/thrown-by.ts";

const CONTEXT = makeContext({ sources: [], cwd: "/app" });

const ENTRY: EntryPoint = {
  key: "floe.secrets:a",
  type: "floe.secrets",
  name: "a",
  file: "",
  export: "default",
  apiVersion: "1.0",
  description: "from the manifest",
  dependencies: ["b"],
  package: { name: "floe-a", version: "3.0.0", path: "/app/node_modules/floe-a" },
};

function newRecord(): PluginRecord {
  return new PluginRecord("floe.secrets", "a", undefined);
}

describe("acceptPlugin", () => {
  test("acceptPlugin keeps what it read off a plugin that states everything itself", () => {
    const record = newRecord();
    const plugin = fakeSecrets("a", { description: "own", dependencies: ["c"] });
    expect(acceptPlugin(record, plugin, CONTEXT, undefined)).toBe(plugin);
    expect(record.facts).toStrictEqual({ version: "1.2.3", apiVersion: "1.0", description: "own", dependencies: ["c"] });
  });

  test("acceptPlugin hands a manifest's identity in", () => {
    const record = newRecord();
    acceptPlugin(record, new FakeSecrets(), CONTEXT, ENTRY);
    expect(record.facts).toStrictEqual({
      version: "3.0.0",
      apiVersion: "1.0",
      description: "from the manifest",
      dependencies: ["b"],
    });
  });

  test("acceptPlugin takes no description in the manifest for an empty one", () => {
    const record = newRecord();
    const { description: _, ...entry } = ENTRY;
    acceptPlugin(record, new FakeSecrets(), CONTEXT, entry);
    expect(record.facts?.description).toBe("");
  });

  test("acceptPlugin's error says whether the plugin could not be loaded or registered", async () => {
    const loading = await thrownBy(() => acceptPlugin(newRecord(), {}, CONTEXT, ENTRY));
    expect(loading.message).toMatch(/^Cannot load plugin floe\.secrets:a: /);
    const registering = await thrownBy(() => acceptPlugin(newRecord(), {}, CONTEXT, undefined));
    expect(registering.message).toMatch(/^Cannot register plugin floe\.secrets:a: /);
  });

  test("acceptPlugin takes an object that cannot even be looked at for a violation", async () => {
    const hostile = new Proxy(fakeSecrets("a"), {
      isExtensible: () => {
        throw new Error("do not look");
      },
    });
    const error = await thrownBy(() => acceptPlugin(newRecord(), hostile, CONTEXT, ENTRY));
    expect(error.message).toBe(
      "Cannot load plugin floe.secrets:a: expected an object whose members can be read, found do not look",
    );
  });

  test("acceptPlugin refuses a promise that a constructor returned, and takes care of its failure", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const error = await thrownBy(() => acceptPlugin(newRecord(), Promise.reject(new Error("late")), CONTEXT, ENTRY));
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", unhandled);
    expect(error.code).toBe("FLOE_PLUGIN_CONTRACT");
    expect(unhandled).not.toHaveBeenCalled();
  });

  test("acceptPlugin leaves the record alone when it refuses", async () => {
    const record = newRecord();
    await thrownBy(() => acceptPlugin(record, fakeSecrets("a", { floeApiVersion: "9.0" }), CONTEXT, undefined));
    expect(record.facts).toBeUndefined();
  });
});

describe("refuseIncompatible", () => {
  test("refuseIncompatible lets a plugin pass that fits", () => {
    expect(refuseIncompatible(newRecord(), "1.0", CONTEXT)).toBeUndefined();
  });

  test.each([
    ["0.9", "plugin"],
    ["1.4", "platform"],
    ["3.0", "platform"],
  ])("refuseIncompatible refuses API %s and says to upgrade the %s", async (version, upgrade) => {
    const error = await thrownBy(() => refuseIncompatible(newRecord(), version, CONTEXT));
    expect(error).toMatchObject({ code: "FLOE_PLUGIN_INCOMPATIBLE", plugin: "floe.secrets:a", upgrade });
  });

  test("refuseIncompatible blames the plugin for a version that is none", async () => {
    const error = await thrownBy(() => refuseIncompatible(newRecord(), "one", CONTEXT));
    expect(error).toMatchObject({ upgrade: "plugin" });
  });
});
