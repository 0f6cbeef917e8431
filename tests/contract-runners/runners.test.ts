import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ClauseOutcome } from "floe-testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PLUGINS_MODULE } from "./plugins.ts";
import { RUNNERS, runSuite, runWithoutRunner, type Ending } from "./runners.ts";

/*
 * A contract suite belongs to no test runner: what vitest, node:test and jest say of a plugin, each in a process of its
 * own, is what is found without any of them.
 */

// Inside this package, so that a runner's test file resolves floe-testing as an author's does: by name, built.
const scratch = path.join(import.meta.dirname, "../.tmp");

/** What each plugin breaks; written by hand, so that the suite without a runner is judged too. */
const BROKEN = {
  memory: [],
  disk: [],
  failing: ["startup/does-not-throw"],
  careless: [
    "hooks/leave-globals-alone",
    "hooks/leave-prototypes-alone",
    "hooks/print-nothing",
    "storage/lists-below-a-prefix",
  ],
} as const;

let folder = "";
let found: Readonly<Record<string, readonly ClauseOutcome[]>> = {};

beforeAll(async () => {
  await mkdir(scratch, { recursive: true });
  folder = await mkdtemp(path.join(scratch, "contract-runners-"));
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await writeFile(path.join(folder, "plugins.js"), PLUGINS_MODULE);
  found = await runWithoutRunner(folder);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What a runner that can skip its tests has to make of it. */
function endingOf({ clause, title, result, reason }: ClauseOutcome): Ending {
  const name = `${clause}: ${title}`;
  if (result === "kept") return { name, state: "passed" };
  return result === "broken" ? { name, state: "failed" } : { name, state: "skipped", reason: `${result}: ${reason}` };
}

describe.each(Object.entries(BROKEN))("the contract suite of the plugin %s", (plugin, broken) => {
  test("runContract finds without a runner what is broken", () => {
    const outcomes = found[plugin] ?? [];
    expect(outcomes.flatMap(({ clause, result }) => (result === "broken" ? [clause] : [])).sort()).toEqual(broken);
    expect(outcomes.filter(({ result }) => result === "skipped" || result === "untried")).not.toEqual([]);
  });

  test.each(Object.keys(RUNNERS) as (keyof typeof RUNNERS)[])("%s says the same of each clause, in its order", async (name) => {
    const { exitCode, endings, output } = await runSuite(folder, name, plugin);
    const expected = (found[plugin] ?? []).map(endingOf);
    // jest hands its tests nothing that could skip them.
    const passing = expected.map((ending) => (ending.state === "skipped" ? { name: ending.name, state: "passed" } : ending));
    expect(endings, output).toEqual(name === "jest" ? passing : expected);
    expect(exitCode, output).toBe(broken.length === 0 ? 0 : 1);
  });
});
