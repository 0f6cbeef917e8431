import { expect, test } from "vitest";
import { connected } from "../../../src/fakes/connected.ts";

test("connected is healthy", async () => {
  await expect(connected(undefined)).resolves.toEqual({ status: "healthy", latencyMs: 0, message: "", warnings: [], errors: [] });
});

test("connected rejects with the reason of an aborted signal", async () => {
  await expect(connected(AbortSignal.abort("given up"))).rejects.toBe("given up");
});
