import { PluginRegistry } from "floe-core";
import { afterEach, describe, expect, test, vi } from "vitest";
import { BROKEN_MODULES } from "../../../src/broken/broken-modules.ts";
import { createTempProject } from "../../../src/temp-project/create-temp-project.ts";

describe("BROKEN_MODULES", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each(BROKEN_MODULES.map((plugin) => [plugin.id, plugin] as const))(
    "BROKEN_MODULES %s is discovered all the same: only its module is at fault",
    (_, { source, type, name }) => {
      if (source.kind !== "package") throw new Error("every entry is a package");
      using project = createTempProject({ packages: { "broken-package": source.package } });
      const registry = new PluginRegistry({ cwd: project.path });
      expect(registry.discoverAll()).toMatchObject({ skipped: [], conflicts: [], entryPoints: [{ type, name }] });
    },
  );

  test("BROKEN_MODULES take away what their modules leave in the process", () => {
    Object.defineProperty(String.prototype, "floeTestingLeft", { value: true, configurable: true });
    Reflect.set(globalThis, "floeTestingLeft", true);
    vi.useFakeTimers();
    Reflect.set(globalThis, Symbol.for("floeTestingLeft"), [setInterval(() => {}, 60_000)]);
    for (const { cleanUp } of BROKEN_MODULES) cleanUp?.();
    expect("floeTestingLeft" in String.prototype).toBe(false);
    expect("floeTestingLeft" in globalThis).toBe(false);
    expect(Symbol.for("floeTestingLeft") in globalThis).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});
