import { PluginType, type ComputePlugin } from "floe-core";
import { expect, test } from "vitest";
import { NotOffered } from "../../../../../src/contract/contract-breach.ts";
import { normalDeclaration } from "../../../../../src/contract/normal-declaration.ts";
import { createdSubject } from "../../../../../src/contract/subject/created-subject.ts";
import { freshName, openBench, sessionClause, SqlBench } from "../../../../../src/contract/types/compute/sql-bench.ts";
import { Trial } from "../../../../../src/contract/trial/trial.ts";
import { FakeCompute, type FakeComputeOptions } from "../../../../../src/fakes/fake-compute.ts";

async function tried<Value>(options: FakeComputeOptions, use: (trial: Trial<ComputePlugin>) => Promise<Value>): Promise<Value> {
  const trial = new Trial<ComputePlugin>(
    createdSubject(PluginType.COMPUTE, { create: () => new FakeCompute(options) }),
    normalDeclaration({ samples: { sql: { many: "SELECT 7 AS n" } } }),
  );
  try {
    return await use(trial);
  } finally {
    await trial.end();
  }
}

test("openBench opens a session of a started plugin, with the statements that its author declares", async () => {
  await tried({}, async (trial) => {
    const bench = await openBench(trial);
    expect(bench.plugin.name).toBe("fake");
    expect(bench.sql).toMatchObject({ many: "SELECT 7 AS n", byName: "SELECT $first AS a, $second AS b" });
  });
});

test("openBench does not ask for sessions where there are none", async () => {
  await tried({ openSession: undefined as never }, async (trial) => {
    await expect(openBench(trial)).rejects.toBeInstanceOf(NotOffered);
  });
});

test("SqlBench answers with values, whole numbers as numbers, and refuses rows that are no objects", async () => {
  await tried({ rows: (sql) => (sql === "lists" ? ([[1]] as never) : [{ a: 1n, b: "x" }]) }, async (trial) => {
    const bench = await openBench(trial);
    expect(bench).toBeInstanceOf(SqlBench);
    await expect(bench.query("rows")).resolves.toEqual([[1, "x"]]);
    await expect(bench.query("lists")).rejects.toThrow("no list of rows as objects");
    await expect(bench.ensureUsable("Now")).resolves.toBeUndefined();
  });
});

test("sessionClause tries its clause in a session, after the plugin has started", async () => {
  const seen: unknown[] = [];
  const clause = sessionClause("compute/session-executes", "is tried", async ({ session }) => void seen.push(session));
  expect(clause.after).toEqual(expect.arrayContaining(["startup/ends", "compute/session-answers-rows"]));
  await tried({}, async (trial) => clause.check(trial, undefined as never));
  expect(seen).toHaveLength(1);
});

test("freshName makes names that need no quotes, each another", () => {
  expect(freshName()).toMatch(/^floe_contract_[0-9a-f]{8}$/);
  expect(freshName()).not.toBe(freshName());
});
