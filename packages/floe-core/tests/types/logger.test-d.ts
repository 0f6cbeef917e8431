import { describe, expectTypeOf, test } from "vitest";
import { type Logger, PluginRegistry, silentLogger } from "floe-core";

describe("Logger", () => {
  test("console fits as it is", () => {
    expectTypeOf(console).toExtend<Logger>();
    new PluginRegistry({ logger: console, sources: [] });
  });

  test("silentLogger is one", () => {
    expectTypeOf(silentLogger).toEqualTypeOf<Logger>();
  });

  test("something that lacks a level is none", () => {
    // @ts-expect-error -- debug, info and error are missing
    new PluginRegistry({ logger: { warn: console.warn } });
  });
});
