import { expect, test } from "vitest";
import { Accepting } from "../../../../src/broken/configured-compute.ts";
import { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { LIFECYCLE_CLAUSES } from "../../../../src/contract/base/lifecycle-clauses.ts";
import { Facts } from "../../../../src/contract/facts.ts";
import { normalDeclaration } from "../../../../src/contract/normal-declaration.ts";
import type { ContractSubject } from "../../../../src/contract/subject/contract-subject.ts";
import { Trial } from "../../../../src/contract/trial/trial.ts";
import { inTrial, LIMITS, subjectOf, tryClause } from "../../../support/try-clause.ts";

const WHOLE = "lifecycle/goes-all-the-way";

/** Tries the clause alone. */
async function live(subject: ContractSubject): Promise<void> {
  const facts = new Facts(() => new Trial(subject, normalDeclaration({ limits: LIMITS })));
  await inTrial(subject, async (trial) => LIFECYCLE_CLAUSES[0]?.check(trial, facts));
}

test(`${WHOLE} starts the plugin twice, and what it depends on before it`, async () => {
  const calls: string[] = [];
  class Needing extends SoundCompute {
    override startup({ dependencies }: Parameters<SoundCompute["startup"]>[0]): void {
      calls.push(`startup with ${[...dependencies.keys()].join()}`);
    }

    override shutdown(): void {
      calls.push("shutdown");
    }
  }
  await live(subjectOf(Needing, { dependencies: [{ type: "floe.storage" }] }));
  expect(calls).toEqual(["startup with floe.storage:fake", "shutdown", "startup with floe.storage:fake", "shutdown"]);
});

test(`${WHOLE} says of dependencies that nothing stands in for what to do`, async () => {
  await expect(live(subjectOf(SoundCompute, { dependencies: ["lake"] }))).rejects.toThrow(
    "Its dependencies cannot be resolved; state what stands in for them as `dependencies`",
  );
});

test(`${WHOLE} says why the plugin was not started or stopped`, async () => {
  class Failing extends SoundCompute {
    override startup(): void {
      throw new Error("no disk");
    }
  }
  class Sticking extends SoundCompute {
    override shutdown(): void {
      throw new Error("in use");
    }
  }
  await expect(live(subjectOf(Failing))).rejects.toThrow(/^It was not started: .*no disk/);
  await expect(live(subjectOf(Sticking))).rejects.toThrow(/^It was not stopped: .*in use/);
});

test(`${WHOLE} is broken by what shows only with a configuration that is frozen`, async () => {
  class Sorting extends Accepting {
    override startup(): void {
      (this.config as { readonly files: string[] }).files.sort();
    }
  }
  expect(await tryClause(WHOLE, Sorting, { valid: { files: ["a", "b"] } })).toMatchObject({
    result: "broken",
    reason: expect.stringMatching(/^It was not started: .*read only/) as string,
  });
});
