import { PluginNotFoundError } from "floe-core";
import { PlatformFileError, TransformNotFoundError } from "floe-platform";
import { describe, expect, test } from "vitest";
import { reportError } from "../../../src/cli/report-error.ts";
import { MissingTestingError } from "../../../src/contract/missing-testing-error.ts";
import { contextOf } from "../../support/context.ts";

const problem = { code: "syntax_invalid", path: "", message: "m", expected: "e", found: "f", remedy: "r" } as const;

describe("reportError", () => {
  test.each([
    [new PlatformFileError(undefined, [problem]), 3],
    [new TransformNotFoundError(["a"], []), 2],
    [new PluginNotFoundError({ pluginType: "floe.dbt", pluginName: "x", available: [] }), 1],
    [new MissingTestingError(new Error("gone")), 2],
    [new Error("odd"), 1],
  ])("reportError answers %s with %i", (error, code) => {
    const { options, output, host } = contextOf();
    expect(reportError(error, { name: "run", options, output, isTold: false })).toBe(code);
    expect(host.err()).toContain("error");
    expect(host.out()).toBe("");
  });

  test("reportError prints JSON in any case, and text unless it is told", () => {
    const { options, output, host } = contextOf({ json: true });
    reportError(new Error("odd"), { name: "run", options, output, isTold: true });
    expect(host.err()).toBe("");
    expect(JSON.parse(host.out())).toMatchObject({ command: "run", ok: false, error: { message: "odd" } });
  });
});
