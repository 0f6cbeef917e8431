import { describe, expect, test } from "vitest";
import { silentLogger } from "../../src/logger.ts";

describe("silentLogger", () => {
  test.each(["debug", "info", "warn", "error"] as const)("silentLogger.%s drops the line", (level) => {
    expect(silentLogger[level]("anything", { field: 1 })).toBeUndefined();
  });

  test("silentLogger is frozen, so that no one can make it speak for everyone", () => {
    expect(Object.isFrozen(silentLogger)).toBe(true);
  });
});
