import { describe, expect, test } from "vitest";
import { ComputePool } from "../../../src/run/compute-pool.ts";
import { recordingLogger } from "../../../../../packages/floe-core/tests/support/orchestration.ts";
import { FakeCompute } from "../../support/fake-compute.ts";

const sources = [
  { name: "raw", path: "/data/raw.parquet" },
  { name: "more", path: "/data/more.csv" },
];

function poolOf(computes: readonly FakeCompute[], signal = new AbortController().signal) {
  const logger = recordingLogger();
  return { logger, pool: new ComputePool({ computes, sources, signal, logger }) };
}

describe("ComputePool", () => {
  test("opens nothing until a step asks", async () => {
    const compute = new FakeCompute();
    await poolOf([compute]).pool.close();
    expect(compute.calls).toEqual([]);
  });

  test("finds a compute by name, the first without one, and refuses what is not selected", () => {
    const [first, second] = [new FakeCompute({}, "first"), new FakeCompute({}, "second")];
    const { pool } = poolOf([first, second]);
    expect([pool.find(null), pool.find("second")]).toEqual([first, second]);
    expect(() => pool.find("third")).toThrow('Cannot use compute "third": the platform has not selected it');
  });

  test("holds one session with the sources before the first session of a step", async () => {
    const compute = new FakeCompute();
    const { pool } = poolOf([compute]);
    await (await pool.open(null)).close();
    await (await pool.open("fake")).close();
    await pool.close();
    expect(compute.calls).toEqual([
      "open 1",
      "register raw",
      "register more",
      "open 2",
      "close 2",
      "open 3",
      "close 3",
      "close 1",
    ]);
  });

  test("holds one session for steps that ask at the same time", async () => {
    const compute = new FakeCompute();
    const { pool } = poolOf([compute]);
    await Promise.all([pool.open(null), pool.open(null)]);
    expect(compute.calls.filter((call) => call.startsWith("register"))).toEqual(["register raw", "register more"]);
    expect(compute.calls.filter((call) => call.startsWith("open"))).toHaveLength(3);
  });

  test("takes the first compute as the default and another by name", async () => {
    const [first, second] = [new FakeCompute({}, "first"), new FakeCompute({}, "second")];
    const { pool } = poolOf([first, second]);
    await pool.open("second");
    expect([first.calls.length, second.calls.length]).toEqual([0, 4]);
    await pool.open(null);
    expect(first.calls).toHaveLength(4);
  });

  test("refuses a compute that is not selected and names those that are", async () => {
    await expect(poolOf([new FakeCompute()]).pool.open("spark")).rejects.toMatchObject({
      code: "FLOE_ORCHESTRATOR_COMPUTE",
      message: 'Cannot use compute "spark": the platform has not selected it',
      available: ["fake"],
    });
  });

  test("refuses a compute that cannot run SQL in this process", async () => {
    const compute = Object.defineProperty(new FakeCompute(), "openSession", { value: undefined });
    await expect(poolOf([compute]).pool.open(null)).rejects.toMatchObject({
      code: "FLOE_ORCHESTRATOR_COMPUTE",
      message: "Cannot use the default compute: it cannot run SQL in this process",
    });
  });

  test("refuses a compute that reads no files when the product has sources, and closes what it opened", async () => {
    const compute = new FakeCompute();
    const open = compute.openSession.bind(compute);
    compute.openSession = async (options) =>
      Object.defineProperty(await open(options), "registerSource", { value: undefined });
    const { pool } = poolOf([compute]);
    await expect(pool.open(null)).rejects.toMatchObject({
      message: "Cannot use the default compute: it cannot read the product's sources",
    });
    await pool.close();
    expect(compute.calls).toEqual(["open 1", "close 1"]);
  });

  test("fails every step of a compute whose sources cannot be registered, after one attempt", async () => {
    const failure = new Error("no such file");
    const compute = new FakeCompute({ register: () => Promise.reject(failure) });
    const { pool } = poolOf([compute]);
    await expect(pool.open(null)).rejects.toBe(failure);
    await expect(pool.open(null)).rejects.toBe(failure);
    await pool.close();
    expect(compute.calls).toEqual(["open 1", "register raw", "close 1"]);
  });

  test("closes the held sessions in reverse, each though another fails, and logs the failure", async () => {
    const closed: string[] = [];
    const first = new FakeCompute({ close: () => void closed.push("first") }, "first");
    const second = new FakeCompute(
      {
        close: () => {
          closed.push("second");
          throw new Error("stuck");
        },
      },
      "second",
    );
    const { pool, logger } = poolOf([first, second]);
    await pool.open("first");
    await pool.open("second");
    await pool.close();
    await pool.close();
    expect(closed).toEqual(["second", "first"]);
    expect(logger.lines).toMatchObject([{ level: "error", fields: { error: { message: "stuck" } } }]);
  });

  test("passes the signal on", async () => {
    const reason = new Error("enough");
    const { pool } = poolOf([new FakeCompute()], AbortSignal.abort(reason));
    await expect(pool.open(null)).rejects.toBe(reason);
  });
});
