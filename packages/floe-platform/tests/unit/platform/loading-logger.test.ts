import { describe, expect, test } from "vitest";
import { loadingLogger } from "../../../src/platform/loading-logger.ts";

describe(loadingLogger.name, () => {
  test("loadingLogger lowers warnings and errors until the platform is loaded, and nothing else ever", () => {
    const lines: unknown[][] = [];
    const at =
      (level: string) =>
      (...line: unknown[]): void =>
        void lines.push([level, ...line]);
    const logger = loadingLogger({ debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") });
    const all = (): void => {
      logger.debug("a", { b: 1 });
      logger.info("c");
      logger.warn("d", { e: 1 });
      logger.error("f");
    };
    all();
    logger.loaded();
    all();
    expect(lines).toEqual([
      ["debug", "a", { b: 1 }],
      ["info", "c"],
      ["debug", "d", { e: 1 }],
      ["debug", "f"],
      ["debug", "a", { b: 1 }],
      ["info", "c"],
      ["warn", "d", { e: 1 }],
      ["error", "f"],
    ]);
  });
});
