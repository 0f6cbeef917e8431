import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { signalsClause } from "../../../../src/contract/shapes/signals-clause.ts";
import { FakeStorage } from "../../../../src/fakes/fake-storage.ts";
import { tryClauses } from "../../../support/try-clauses.ts";

function tried(call: (signal: AbortSignal) => Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  const clause = signalsClause<FakeStorage>({
    id: "storage/honours-signals",
    after: ["storage/deletes"],
    calls: (plugin) => ({ getFileIo: (signal) => plugin.getFileIo({ signal }), probe: call }),
  });
  expect(clause.after).toContain("storage/deletes");
  expect(clause.after).toContain("startup/ends");
  return tryClauses(PluginType.STORAGE, [clause], { create: () => new FakeStorage() });
}

test("signalsClause takes methods that listen", async () => {
  await expect(tried(async (signal) => signal.throwIfAborted())).resolves.toEqual({ "storage/honours-signals": "kept" });
});

test("signalsClause names the method that does not listen", async () => {
  const outcomes = await tried(async () => undefined);
  expect(outcomes["storage/honours-signals"]).toBe("broken: probe does its work although its signal was aborted before");
});
