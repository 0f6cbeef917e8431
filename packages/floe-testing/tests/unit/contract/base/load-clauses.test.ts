import { expect, test } from "vitest";
import { having, SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { LOAD_CLAUSES, LOADED } from "../../../../src/contract/base/load-clauses.ts";
import type { Clause } from "../../../../src/contract/clause.ts";
import { runOf, tryClause } from "../../../support/try-clause.ts";

async function outcomes(load: new () => object): Promise<ReadonlyMap<Clause["id"], string>> {
  const run = runOf(load);
  const ended = await Promise.all(LOAD_CLAUSES.map((clause) => run.outcome(clause)));
  return new Map(ended.map(({ clause, result, reason }) => [clause, `${result}: ${reason}`]));
}

test("LOAD_CLAUSES are all kept by a plugin that loads", async () => {
  expect([...new Set((await outcomes(SoundCompute)).values())]).toEqual(["kept: "]);
});

test("LOAD_CLAUSES are untried with a reference to the one that is broken", async () => {
  const found = await outcomes(having({ version: "one" }));
  expect(found.get("identity/version")).toBe('broken: version: expected a semantic version, found "one"');
  const others = [...found].filter(([id]) => id !== "identity/version").map(([, outcome]) => outcome);
  expect([...new Set(others)]).toEqual(["untried: it was not loaded: see identity/version"]);
});

test("LOAD_CLAUSES are broken each for what breaks it", async () => {
  const found = await outcomes(having({ version: "one", startup: null, generateDbtProfile: 1 }));
  expect([...found].filter(([, outcome]) => outcome.startsWith("broken")).map(([id]) => id)).toEqual(["members/kind", "identity/version"]);
  expect(found.get("members/kind")).toMatch(/generateDbtProfile: .*; startup: /);
});

test("LOADED are the ids of all of them, and everything else is untried without them", async () => {
  expect(LOADED).toEqual(LOAD_CLAUSES.map(({ id }) => id));
  expect(await tryClause("lifecycle/goes-all-the-way", class {})).toMatchObject({ result: "untried" });
});
