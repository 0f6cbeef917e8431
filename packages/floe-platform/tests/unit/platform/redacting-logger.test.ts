import type { Logger } from "floe-core";
import { describe, expect, test } from "vitest";
import { redactingLogger } from "../../../src/platform/redacting-logger.ts";

function recorder(): { logger: Logger; lines: unknown[][] } {
  const lines: unknown[][] = [];
  const at =
    (level: string) =>
    (...line: unknown[]): void =>
      void lines.push([level, ...line]);
  return { logger: { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") }, lines };
}

describe(redactingLogger.name, () => {
  test("redactingLogger masks messages and fields at every level", () => {
    const { logger, lines } = recorder();
    const masking = redactingLogger(logger, { redact: (text) => text.toUpperCase(), redactValue: () => ({ masked: true }) });
    masking.debug("a", { b: 1 });
    masking.info("b");
    masking.warn("c");
    masking.error("d", { e: "f" });
    expect(lines).toEqual([["debug", "A", { masked: true }], ["info", "B"], ["warn", "C"], ["error", "D", { masked: true }]]);
  });
});
