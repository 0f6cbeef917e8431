import { describe, expect, test } from "vitest";
import { fakeClock } from "../../../src/clock/fake-clock.ts";
import { throughFakeTime } from "../../../src/clock/through-fake-time.ts";

const immediately = setImmediate;

describe("throughFakeTime", () => {
  test("throughFakeTime passes on what work ends with, in real time and on a fake clock that it leaves alone", async () => {
    const turn = async (value: number): Promise<number> => {
      await new Promise((resolve) => immediately(resolve));
      if (value < 0) throw new RangeError("negative");
      return value;
    };
    expect(await throughFakeTime(turn(1))).toBe(1);
    using clock = fakeClock({ now: 0 });
    expect(await throughFakeTime(turn(2))).toBe(2);
    await expect(throughFakeTime(turn(-1))).rejects.toThrow("negative");
    expect(clock.now).toBe(0);
  });

  test("throughFakeTime moves a fake clock as far as hanging work needs, if it is weeks", async () => {
    using clock = fakeClock({ now: 0 });
    const weeks = 3 * 7 * 24 * 60 * 60 * 1000;
    expect(await throughFakeTime(new Promise((resolve) => setTimeout(() => resolve("done"), weeks)))).toBe("done");
    expect(clock.now).toBeGreaterThanOrEqual(weeks);
  });
});
