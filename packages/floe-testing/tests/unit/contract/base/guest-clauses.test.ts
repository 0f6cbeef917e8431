import { expect, test } from "vitest";
import { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { tryClause } from "../../../support/try-clause.ts";

test("hooks/print-nothing says what was printed, cut to a readable length", async () => {
  class Printing extends SoundCompute {
    override startup(): void {
      console.log("started %s", "mine");
      process.stderr.write("x".repeat(1000));
    }
  }
  const { result, reason } = await tryClause("hooks/print-nothing", Printing);
  expect(result).toBe("broken");
  expect(reason).toMatch(/^Its hooks print "started minex{50,}"$/);
  expect(reason.length).toBeLessThan(250);
});

test("hooks/print-nothing lets a plugin log as much as it wants", async () => {
  class Logging extends SoundCompute {
    override startup({ logger }: Parameters<SoundCompute["startup"]>[0]): void {
      logger.info("started");
    }
  }
  expect(await tryClause("hooks/print-nothing", Logging)).toEqual({ result: "kept", reason: "" });
});

test("hooks/leave-globals-alone names a global that a hook replaces", async () => {
  const { structuredClone: before } = globalThis;
  class Replacing extends SoundCompute {
    override startup(): void {
      globalThis.structuredClone = (value) => before(value);
    }
  }
  const outcome = await tryClause("hooks/leave-globals-alone", Replacing);
  globalThis.structuredClone = before;
  expect(outcome).toEqual({ result: "broken", reason: "Its hooks change globalThis.structuredClone" });
});

test("hooks/leave-globals-alone is kept by a plugin that puts everything back", async () => {
  class Tidy extends SoundCompute {
    override startup(): void {
      process.env["FLOE_TEST_GUEST"] = "1";
    }

    override shutdown(): void {
      Reflect.deleteProperty(process.env, "FLOE_TEST_GUEST");
    }
  }
  expect(await tryClause("hooks/leave-globals-alone", Tidy)).toEqual({ result: "kept", reason: "" });
});

test("hooks/leave-prototypes-alone names the member that a hook replaces", async () => {
  const before = Object.getOwnPropertyDescriptor(String.prototype, "trim") ?? {};
  class Replacing extends SoundCompute {
    override startup(): void {
      Object.defineProperty(String.prototype, "trim", { ...before, value: () => "" });
    }

    override healthCheck(): { state: "healthy" } {
      Object.defineProperty(String.prototype, "trim", { ...before, value: () => "" });
      return { state: "healthy" };
    }
  }
  const outcome = await tryClause("hooks/leave-prototypes-alone", Replacing);
  Object.defineProperty(String.prototype, "trim", before);
  expect(outcome).toEqual({ result: "broken", reason: "Its hooks change String.prototype.trim" });
});
