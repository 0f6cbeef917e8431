import { afterEach, describe, expect, test, vi } from "vitest";
import { validateConnection } from "../../../src/probe/validate-connection.ts";
import { caught } from "../../support/caught.ts";
import { configOf } from "../../support/config-of.ts";
import { deferred } from "../../support/deferred.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const target = { config: configOf(), baseDir: "." };

afterEach(() => vi.useRealTimers());

describe("validateConnection", () => {
  test("is healthy for a database that can be used", async () => {
    expect(await validateConnection(target)).toEqual({
      status: "healthy",
      latencyMs: expect.any(Number),
      message: expect.stringContaining("DuckDB v"),
      warnings: [],
      errors: [],
    });
  });

  test("is unhealthy, with what to do, for one that cannot", async () => {
    const baseDir = await tempFolder();
    expect(await validateConnection({ config: configOf({ path: "none/a.db", readOnly: true }), baseDir })).toMatchObject({
      status: "unhealthy",
      message: expect.stringContaining("it does not exist"),
      errors: [expect.stringMatching(/it does not exist, and readOnly makes none\. Correct path/)],
    });
  });

  test("is unhealthy for whatever else goes wrong", async () => {
    expect(await validateConnection(target, {}, () => Promise.reject(new Error("disk on fire")))).toMatchObject({
      status: "unhealthy",
      message: "disk on fire",
      errors: ["disk on fire"],
    });
    expect(await validateConnection(target, {}, () => Promise.reject("a string"))).toMatchObject({ message: "a string" });
  });

  test("is unhealthy after 10 s without an answer", async () => {
    vi.useFakeTimers();
    const hung = deferred<never>();
    const result = validateConnection(target, {}, () => hung.promise);
    vi.advanceTimersByTime(10_000);
    expect(await result).toMatchObject({ status: "unhealthy", message: "no answer within 10 s" });
  });

  test("rejects with the signal's reason when the caller gives up", async () => {
    expect(await caught(() => validateConnection(target, { signal: AbortSignal.abort("before") }))).toBe("before");
    const controller = new AbortController();
    const result = caught(() => validateConnection(target, { signal: controller.signal }, () => deferred<never>().promise));
    controller.abort("during");
    expect(await result).toBe("during");
  });
});
