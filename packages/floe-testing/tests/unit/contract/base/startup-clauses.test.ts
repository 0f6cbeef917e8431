import { expect, test } from "vitest";
import { forever } from "../../../../src/broken/late-hook.ts";
import { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { STARTED, STARTUP_CLAUSES } from "../../../../src/contract/base/startup-clauses.ts";
import { runOf, tryClause } from "../../../support/try-clause.ts";

class Hanging extends SoundCompute {
  override startup(): Promise<void> {
    return forever();
  }
}

test("STARTUP_CLAUSES report a startup that hangs once, and leave the rest of the plugin's life untried", async () => {
  const { clauses } = await runOf(Hanging).report();
  expect(clauses.filter(({ result }) => result === "broken").map(({ clause }) => clause)).toEqual(["startup/ends"]);
  const rest = clauses.filter(({ clause }) => /^(shutdown|health|hooks|lifecycle)\//.test(clause));
  expect(rest.length).toBeGreaterThan(10);
  expect([...new Set(rest.map(({ result }) => result))]).toEqual(["untried"]);
});

test("STARTED are what comes before and the clauses of the hook itself", () => {
  const own = STARTUP_CLAUSES.map(({ id }) => id).filter((id) => id !== "startup/can-be-repeated");
  expect(own.every((id) => (STARTED as readonly string[]).includes(id))).toBe(true);
});

test("startup/can-be-repeated says that it was the second start", async () => {
  class Once extends SoundCompute {
    #started = false;

    override startup(): void {
      if (this.#started) throw new Error("it was started before");
      this.#started = true;
    }
  }
  expect(await tryClause("startup/can-be-repeated", Once)).toEqual({
    result: "broken",
    reason: "Started again after a stop, startup threw: it was started before",
  });
});
