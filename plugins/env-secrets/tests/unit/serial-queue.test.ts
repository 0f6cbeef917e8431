import { describe, expect, test } from "vitest";
import { SerialQueue } from "../../src/serial-queue.ts";

describe("SerialQueue", () => {
  test("runs one task at a time, in order, and goes on after one that failed", async () => {
    const queue = new SerialQueue();
    const seen: string[] = [];
    const task = (name: string) => async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (name === "b") throw new Error("b failed");
      return name;
    };
    const results = await Promise.allSettled(["a", "b", "c"].map((name) => queue.run(task(name))));
    expect(seen).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
    expect(results).toMatchObject([{ value: "a" }, { reason: new Error("b failed") }, { value: "c" }]);
  });
});
