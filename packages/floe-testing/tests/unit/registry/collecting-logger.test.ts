import { expect, test } from "vitest";
import { collectingLogger } from "../../../src/registry/collecting-logger.ts";

test("collectingLogger keeps level, message and fields of every line, oldest first", () => {
  const { logger, logs } = collectingLogger();
  logger.debug("one");
  logger.info("two", { a: 1 });
  logger.warn("three");
  logger.error("four");
  expect(logs).toEqual([
    { level: "debug", message: "one", fields: {} },
    { level: "info", message: "two", fields: { a: 1 } },
    { level: "warn", message: "three", fields: {} },
    { level: "error", message: "four", fields: {} },
  ]);
});
