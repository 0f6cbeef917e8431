import { PluginType } from "floe-core";
import { describe, expect, test, vi } from "vitest";
import { brokenPlugins } from "../../src/broken/broken-plugins.ts";
import { runContract } from "../../src/contract/run-contract.ts";
import { fakePlugin } from "../../src/fakes/fake-plugin.ts";
import { brokenClauses, contractOfBroken } from "../support/contract-of-broken.ts";

describe("the contract suite of", () => {
  test.each(Object.values(PluginType))("%s passes the type's fake, and has tried everything", async (type) => {
    const report = await runContract(type, { create: () => fakePlugin(type) as never });
    expect(report.clauses.filter(({ result }) => result === "broken" || result === "untried")).toEqual([]);
    expect(report.ok).toBe(true);
  });
});

const classes = brokenPlugins.filter(({ source }) => source.kind === "entry");

describe("the contract suite fails a plugin", () => {
  test.each(classes.map((plugin) => [plugin.title, plugin] as const))(
    "%s, at the clause that it breaks and at no other",
    async (_, plugin) => {
      // What a plugin prints where no clause watches it belongs into no test's output.
      const print = vi.spyOn(process.stdout, "write").mockReturnValue(true);
      const report = await contractOfBroken(plugin).finally(() => print.mockRestore());
      expect(brokenClauses(report)).toEqual([plugin.violates, ...(plugin.entails ?? [])].sort());
      expect(report.ok).toBe(false);
      if (plugin.secret !== undefined) expect(JSON.stringify(report)).not.toContain(plugin.secret);
    },
    30_000,
  );
});
