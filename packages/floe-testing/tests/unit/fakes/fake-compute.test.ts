import { describe, expect, test } from "vitest";
import { FakeCompute } from "../../../src/fakes/fake-compute.ts";

describe("FakeCompute", () => {
  test("FakeCompute answers what its type asks", async () => {
    const compute = new FakeCompute();
    expect(compute.isSelfHosted).toBe(true);
    expect(compute.generateDbtProfile()).toEqual({ type: "fake" });
    expect(compute.getRequiredDbtPackages()).toEqual(["dbt-fake>=1.0,<2.0"]);
    expect(compute.getResourceRequirements("large").cpuLimit).toBe("8");
    expect(compute.getDbtMacroPaths()).toEqual([]);
    expect(compute.getProcessSharing()).toBe("none");
    await expect(compute.validateConnection()).resolves.toMatchObject({ status: "healthy" });
  });

  test("FakeCompute opens sessions that answer with its rows, and keeps them", async () => {
    const compute = new FakeCompute({ rows: (sql) => [{ sql }] });
    const session = await compute.openSession();
    await expect(session.query("select 1")).resolves.toEqual([{ sql: "select 1" }]);
    expect(compute.sessions).toEqual([session]);
    expect(compute.sessions[0]?.statements).toMatchObject([{ sql: "select 1" }]);
  });

  test("FakeCompute opens no session once the signal is aborted", async () => {
    const compute = new FakeCompute();
    await expect(compute.openSession({ signal: AbortSignal.abort("late") })).rejects.toBe("late");
    expect(compute.sessions).toEqual([]);
  });
});
