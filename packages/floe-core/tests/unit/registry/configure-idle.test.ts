import { describe, expect, test } from "vitest";
import { configureIdle } from "../../../src/registry/configure-idle.ts";
import { PluginRecord } from "../../../src/registry/plugin-record.ts";
import { makeContext } from "../../../src/registry/registry-context.ts";
import { deferred } from "../../support/deferred.ts";
import { fakeSecrets, SECRETS } from "../../support/fake-plugin.ts";
import { discovered, registered } from "../../support/fake-registry.ts";
import { flush } from "../../support/flush.ts";
import { thrownBy } from "../../support/thrown-by.ts";

const schema = (): never => ({ safeParse: (data: unknown) => ({ success: true, data }) }) as never;

describe("configure", () => {
  test("configure loads the plugin first", async () => {
    const registry = discovered([{ name: "a", behaviour: { schema } }]);
    expect(await registry.configure(SECRETS, "a", { path: "/data" })).toStrictEqual({ path: "/data" });
    expect(registry.state(SECRETS, "a")).toBe("loaded");
  });

  test("configure of a loaded plugin is done when it returns, and says so later", async () => {
    const registry = registered([fakeSecrets("a", { schema })]);
    const configured = registry.configure(SECRETS, "a", { path: "/data" });
    expect(registry.getConfig(SECRETS, "a")).toStrictEqual({ path: "/data" });
    expect(await configured).toBe(registry.getConfig(SECRETS, "a"));
  });

  test("configure rejects and does not throw, of a loaded plugin as well", async () => {
    const registry = registered([fakeSecrets("a", { schema })]);
    await registry.activate(SECRETS, "a");
    const refused = registry.configure(SECRETS, "a", {});
    await expect(refused).rejects.toThrow("it is active");
    await expect(registry.configure(SECRETS, "nobody", {})).rejects.toThrow("nobody");
  });

  test("configure is refused if the plugin was started while it was loaded", async () => {
    const plugin = fakeSecrets("a", { schema });
    const record = new PluginRecord(SECRETS, "a", undefined);
    record.load = Promise.resolve(plugin);
    const configured = configureIdle(record, {}, makeContext({ sources: [] }));
    record.state = "starting";
    await expect(configured).rejects.toThrow("Cannot configure plugin floe.secrets:a: it is starting");
    expect(record.config).toBeUndefined();
  });

  test("configure rejects with what loading throws", async () => {
    const registry = discovered([{ name: "a", load: () => null }]);
    expect((await thrownBy(() => registry.configure(SECRETS, "a", {}))).code).toBe("FLOE_PLUGIN_LOAD");
  });

  test("configure is refused while active, and changes nothing", async () => {
    const registry = registered([fakeSecrets("a", { schema })]);
    await registry.configure(SECRETS, "a", { path: "/data" });
    await registry.activate(SECRETS, "a");
    const error = await thrownBy(() => registry.configure(SECRETS, "a", { path: "/other" }));
    expect(error.message).toBe("Cannot configure plugin floe.secrets:a: it is active");
    expect(error.code).toBe("FLOE_PLUGIN_CONFIGURATION");
    expect(error.hint).toContain("Shut it down first");
    expect(registry.getConfig(SECRETS, "a")).toStrictEqual({ path: "/data" });
  });

  test.each(["starting", "stopping"] as const)("configure is refused while %s", async (state) => {
    const gate = deferred();
    const hook = (): Promise<void> => gate.promise;
    const registry = registered([fakeSecrets("a", { schema, ...(state === "starting" ? { startup: hook } : { shutdown: hook }) })]);
    const started = registry.activate(SECRETS, "a");
    if (state === "stopping") await started;
    const ended = state === "starting" ? started : registry.shutdown(SECRETS, "a");
    await flush();
    expect((await thrownBy(() => registry.configure(SECRETS, "a", {}))).message).toContain(`it is ${state}`);
    gate.resolve();
    await ended;
  });

  test("configure at any moment of a start either comes before the hook or is refused", async () => {
    const outcomes = new Set<string>();
    for (let moment = 0; moment < 20; moment += 1) {
      let seen: unknown;
      const plugin = fakeSecrets("a", { schema, startup: () => void (seen = plugin.config) });
      const registry = registered([plugin]);
      const started = registry.activate(SECRETS, "a");
      for (let tick = 0; tick < moment; tick += 1) await Promise.resolve();
      const configured = registry.configure(SECRETS, "a", { late: true }).then(
        () => "taken",
        () => "refused",
      );
      await started;
      outcomes.add(await configured);
      expect(seen).toBe(registry.getConfig(SECRETS, "a"));
    }
    expect([...outcomes]).toStrictEqual(["taken", "refused"]);
  });

  test("configure works again after shutdown and after a failed start", async () => {
    const registry = registered([
      fakeSecrets("a", { schema }),
      fakeSecrets("b", { schema, startup: () => Promise.reject(new Error("no")) }),
    ]);
    await registry.activateAll();
    await registry.shutdownAll();
    expect(await registry.configure(SECRETS, "a", { path: "/a" })).toStrictEqual({ path: "/a" });
    expect(await registry.configure(SECRETS, "b", { path: "/b" })).toStrictEqual({ path: "/b" });
    expect(registry.list().map(({ state }) => state)).toStrictEqual(["stopped", "failed"]);
  });
});
