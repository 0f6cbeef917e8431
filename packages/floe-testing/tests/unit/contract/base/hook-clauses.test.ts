import type { PluginContext } from "floe-core";
import { expect, test } from "vitest";
import { afterAbort, forever, regardless } from "../../../../src/broken/late-hook.ts";
import { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { ensurePlays, hookClauses } from "../../../../src/contract/base/hook-clauses.ts";
import { Facts } from "../../../../src/contract/facts.ts";
import { normalDeclaration } from "../../../../src/contract/normal-declaration.ts";
import { Trial } from "../../../../src/contract/trial/trial.ts";
import { LIMITS, subjectOf, tryClause } from "../../../support/try-clause.ts";

/** A class with this startup. */
function starting(startup: (signal: AbortSignal) => void | Promise<void>): new () => SoundCompute {
  return class extends SoundCompute {
    override startup({ signal }: PluginContext): void | Promise<void> {
      return startup(signal);
    }
  };
}

function factsOf(load: new () => object): Facts {
  return new Facts(() => new Trial(subjectOf(load), normalDeclaration({ limits: LIMITS })));
}

test("hookClauses are named after the area", () => {
  const clauses = hookClauses({ area: "health", hook: "healthCheck", after: ["load/ends"] });
  expect(clauses.map(({ id }) => id)).toEqual(["health/honours-its-signal", "health/ends", "health/does-not-throw"]);
  expect(clauses.map(({ after }) => after?.[0])).toEqual(["load/ends", "load/ends", "load/ends"]);
});

test("hookClauses call a hook that never ends one that does not end, and not one that is deaf", async () => {
  const hanging = starting(forever);
  expect(await tryClause("startup/ends", hanging)).toEqual({
    result: "broken",
    reason: `startup does not end, not even ${2 * LIMITS.callMs} ms after its signal was aborted`,
  });
  expect(await tryClause("startup/honours-its-signal", hanging)).toEqual({ result: "untried", reason: "see startup/ends" });
});

test("hookClauses call a hook that goes on for a while deaf, and not one that does not end", async () => {
  const deaf = starting(() => regardless(2 * LIMITS.signalMs));
  expect(await tryClause("startup/honours-its-signal", deaf)).toEqual({
    result: "broken",
    reason: `startup goes on for more than ${LIMITS.signalMs} ms after its signal was aborted`,
  });
  expect(await tryClause("startup/ends", deaf)).toEqual({ result: "untried", reason: "see startup/honours-its-signal" });
});

test("hookClauses tell a hook that ends by itself from one that waits to be given up", async () => {
  expect(await tryClause("startup/ends", starting(afterAbort))).toEqual({
    result: "broken",
    reason: `startup does not end by itself within ${LIMITS.callMs} ms`,
  });
});

test("hookClauses let a hook reject when it is given up", async () => {
  const polite = starting((signal) => signal.throwIfAborted());
  for (const id of ["startup/honours-its-signal", "startup/ends", "startup/does-not-throw"] as const) {
    expect(await tryClause(id, polite)).toEqual({ result: "kept", reason: "" });
  }
});

test("ensurePlays says which hook of a play threw", async () => {
  const failing = starting(() => Promise.reject(new Error("no disk")));
  await expect(ensurePlays(factsOf(failing), "Started again after a stop", "startup", "shutdown")).rejects.toThrow(
    "Started again after a stop, startup threw: no disk",
  );
  await expect(ensurePlays(factsOf(SoundCompute), "Started", "startup", "shutdown")).resolves.toBeUndefined();
});

test("ensurePlays says which hook of a play did not end, and forgives one that was given up", async () => {
  await expect(ensurePlays(factsOf(starting(forever)), "Started", "startup")).rejects.toThrow("Started, startup did not end");
  const polite = starting((signal) => afterAbort(signal).then(() => signal.throwIfAborted()));
  await expect(ensurePlays(factsOf(polite), "Given up", { hook: "startup", aborted: true }, "shutdown")).resolves.toBeUndefined();
});
