import { describe, expect, test } from "vitest";
import { ActiveRuns } from "../../../src/orchestration/active-runs.ts";
import { Gates, settled } from "../../support/orchestration.ts";

describe("ActiveRuns", () => {
  test("counts a run from its start to its end, a failed one too", async () => {
    const runs = new ActiveRuns();
    const gates = new Gates<string>();
    const good = runs.track(() => gates.wait("good"), undefined);
    const bad = runs.track(() => gates.wait("bad"), undefined);
    expect(runs.count).toBe(2);
    gates.open("good", "done");
    expect(await good).toBe("done");
    expect(runs.count).toBe(1);
    gates.fail("bad", new Error("broken"));
    await expect(bad).rejects.toThrow("broken");
    expect(runs.count).toBe(0);
  });

  test("passes the caller's abort on, with its reason", async () => {
    const controller = new AbortController();
    const running = new ActiveRuns().track((signal) => new Gates<never>().wait("run", signal), controller.signal);
    controller.abort("the caller's reason");
    await expect(running).rejects.toBe("the caller's reason");
  });

  test("gives a signal that any number of statements may listen to", async () => {
    const warnings: Error[] = [];
    const remember = (warning: Error): void => void warnings.push(warning);
    process.on("warning", remember);
    await new ActiveRuns().track(async (signal) => {
      for (let count = 0; count < 65; count += 1) signal.addEventListener("abort", () => undefined);
    }, undefined);
    await settled();
    process.off("warning", remember);
    expect(warnings).toEqual([]);
  });

  test("cancelAll aborts every run and waits for all of them, however they end", async () => {
    const runs = new ActiveRuns();
    const gates = new Gates<string>();
    const ended: string[] = [];
    const stubborn = runs.track(async () => ended.push(await gates.wait("stubborn")), undefined);
    const docile = runs.track((signal) => gates.wait("docile", signal), new AbortController().signal);
    const cancelling = runs.cancelAll().then(() => ended.push("all"));
    await expect(docile).rejects.toMatchObject({ name: "AbortError" });
    expect(ended).toEqual([]);
    gates.open("stubborn", "stubborn");
    await Promise.all([stubborn, cancelling]);
    expect(ended).toEqual(["stubborn", "all"]);
  });

  test("cancelAll resolves when nothing runs", async () => {
    await expect(new ActiveRuns().cancelAll()).resolves.toBeUndefined();
  });
});
