import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { BrokenPlugin } from "../../src/broken/broken-plugin.ts";
import { createTestRegistry } from "../../src/registry/test-registry.ts";
import { observe, type Settle } from "./observe.ts";

/** Longer than every limit of a test registry, and than every hook of the table that ends by itself. */
const LONG_MS = 10_000;

const settle: Settle = async (call) => {
  // Whoever waits for the call below hears of its failure; until then it is not unhandled.
  call.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(LONG_MS);
  return call;
};

/** Takes each class of a table through a registry, under fake time, and expects what the table says. */
export function expectOutcomes(table: string, plugins: readonly BrokenPlugin[]): void {
  describe(table, () => {
    beforeEach(() => {
      vi.useFakeTimers();
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    test.each(plugins.map((plugin) => [plugin.id, plugin] as const))(`${table} %s meets what it is said to meet`, async (_, plugin) => {
      if (plugin.source.kind !== "entry") throw new Error("only classes can be tested without files");
      // What a hook prints belongs into no test's output.
      const print = vi.spyOn(process.stdout, "write").mockReturnValue(true);
      const registry = createTestRegistry({ plugins: { [plugin.type]: { [plugin.name]: plugin.source.entry } }, leaks: "ignore" });
      try {
        const { outcome, shown } = await observe(plugin, registry, settle);
        expect(outcome).toEqual(plugin.expected);
        if (plugin.secret !== undefined) expect(shown).not.toContain(plugin.secret);
      } finally {
        await settle(registry.shutdownAll());
        plugin.cleanUp?.();
        print.mockRestore();
      }
    });
  });
}
