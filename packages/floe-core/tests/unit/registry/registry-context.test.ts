import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { LogMethod, Logger } from "../../../src/logger.ts";
import { PluginRecord } from "../../../src/registry/plugin-record.ts";
import { checkMilliseconds, makeContext } from "../../../src/registry/registry-context.ts";
import type { TimeLimit } from "../../../src/registry/registry-options.ts";

const A = new PluginRecord("floe.secrets", "a", undefined);
const B = new PluginRecord("floe.secrets", "b", undefined);
const MALFORMED = [0, -1, Number.NaN, Number.NEGATIVE_INFINITY, "5", null, true] as const;

describe("makeContext", () => {
  test("makeContext's defaults: the working directory, reachable packages, 30 s, 30 s and 5 s", () => {
    const context = makeContext({});
    expect(context.cwd).toBe(process.cwd());
    expect(context.scope).toBe("reachable");
    expect(context.sources.map(({ name }) => name)).toStrictEqual(["packages"]);
    expect(context.prefer).toStrictEqual({});
    expect(context.apiVersion).toBe("1.0");
    expect(context.limit("startup", A)).toBe(30_000);
    expect(context.limit("shutdown", A)).toBe(30_000);
    expect(context.limit("health", A)).toBe(5_000);
  });

  test("makeContext makes cwd absolute and takes an empty list of sources at its word", () => {
    const context = makeContext({ cwd: "app", scope: "installed", sources: [], prefer: { "floe.dbt:a": "b" } });
    expect(context.cwd).toBe(resolve("app"));
    expect(context.scope).toBe("installed");
    expect(context.sources).toStrictEqual([]);
    expect(context.prefer).toStrictEqual({ "floe.dbt:a": "b" });
  });

  test("makeContext's limits: the call's goes before the plugin's, that before the registry's default", () => {
    const context = makeContext({ startupTimeoutMs: { default: 100, "floe.secrets:a": 50 }, shutdownTimeoutMs: 7 });
    expect(context.limit("startup", A, 5)).toBe(5);
    expect(context.limit("startup", A)).toBe(50);
    expect(context.limit("startup", B)).toBe(100);
    expect(context.limit("shutdown", B)).toBe(7);
  });

  test("makeContext's limits by plugin fall back to the built-in ones without a default", () => {
    const context = makeContext({ healthTimeoutMs: { "floe.secrets:a": Number.POSITIVE_INFINITY } });
    expect(context.limit("health", A)).toBe(Number.POSITIVE_INFINITY);
    expect(context.limit("health", B)).toBe(5_000);
  });

  test("makeContext's limits do not change when the options they came from do", () => {
    const limits = { default: 100 };
    const context = makeContext({ startupTimeoutMs: limits });
    limits.default = -1;
    expect(context.limit("startup", A)).toBe(100);
  });

  test.each(MALFORMED)("makeContext refuses the limit %o with a RangeError", (limit) => {
    if (limit !== null) expect(() => makeContext({ startupTimeoutMs: limit as number })).toThrow(RangeError);
    const byKey = { default: 1, "floe.secrets:a": limit } as TimeLimit;
    expect(() => makeContext({ shutdownTimeoutMs: byKey })).toThrow(RangeError);
    expect(() => makeContext({ healthTimeoutMs: byKey })).toThrow(RangeError);
  });

  test("makeContext refuses an API version that is none", () => {
    expect(() => makeContext({ apiVersion: "01.0" })).toThrow(RangeError);
  });

  test("makeContext hands a logger's lines on, with fields only where there are some", () => {
    const lines: unknown[][] = [];
    const note =
      (level: string): LogMethod =>
      (...line) => {
        lines.push([level, ...line]);
      };
    const logger = { debug: note("debug"), info: note("info"), warn: note("warn"), error: note("error") };
    const context = makeContext({ logger });
    context.logger.debug("one");
    context.logger.info("two", { field: 2 });
    context.logger.warn("three");
    context.logger.error("four", {});
    expect(lines).toStrictEqual([["debug", "one"], ["info", "two", { field: 2 }], ["warn", "three"], ["error", "four", {}]]);
  });

  test("makeContext calls a logger's methods on the logger itself", () => {
    class Counting {
      lines = 0;
      debug(): void {
        this.lines += 1;
      }
      info(): void {}
      warn(): void {}
      error(): void {}
    }
    const logger = new Counting();
    makeContext({ logger }).logger.debug("one");
    expect(logger.lines).toBe(1);
  });

  test("makeContext ignores a logger that throws", () => {
    const fail = (): never => {
      throw new Error("disk full");
    };
    const logger: Logger = { debug: fail, info: fail, warn: fail, error: fail };
    const context = makeContext({ logger });
    expect(context.logger.warn("anything")).toBeUndefined();
    expect(context.logger.error("anything", { field: 1 })).toBeUndefined();
  });
});

describe("checkMilliseconds", () => {
  test.each([1, 0.5, 2 ** 40, Number.POSITIVE_INFINITY])("checkMilliseconds answers the limit %d", (limit) => {
    expect(checkMilliseconds(limit)).toBe(limit);
  });

  test.each(MALFORMED)("checkMilliseconds refuses %o", (limit) => {
    expect(() => checkMilliseconds(limit as number)).toThrow(
      new RangeError(`Cannot use time limit ${String(limit)}: a limit is a positive number of milliseconds, or Infinity`),
    );
  });
});
