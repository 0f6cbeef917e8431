import path from "node:path";
import { PluginNotFoundError } from "floe-core";
import { PlatformFileError } from "floe-platform";
import { describe, expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderError } from "../../../src/render/render-error.ts";

const render = (error: unknown, verbose = false): string => renderError(error, { cwd: process.cwd(), verbose, theme: plainTheme });

describe("renderError", () => {
  test("renderError shows paths from the working directory", () => {
    const error = new Error(`Cannot write ${path.join(process.cwd(), "models", "a.sql")}: it is a folder`);
    expect(render(error)).toBe(`error: Cannot write ${path.join("models", "a.sql")}: it is a folder`);
  });

  test("renderError gives message and hint", () => {
    const error = new PluginNotFoundError({ pluginType: "floe.dbt", pluginName: "x", available: [], hint: "Install it." });
    expect(render(error)).toBe(`error: ${error.message}\n  Install it.`);
    expect(render(new PluginNotFoundError({ pluginType: "a", pluginName: "x", available: [], hint: "" }))).not.toContain("\n");
    expect(render(new Error("odd"))).toBe("error: odd");
    expect(render("thrown text")).toBe("error: thrown text");
  });

  test("renderError lists the problems of a platform file", () => {
    const problem = { code: "syntax_invalid", path: "", message: "m", expected: "e", found: "f", remedy: "r" } as const;
    expect(render(new PlatformFileError(undefined, [problem]))).toContain("error: m\n  expected e; found f\n  r\n1 problem");
  });

  test("renderError adds the stacks of an error and its causes if asked for", () => {
    const root = new Error("root");
    const error = new Error("top", { cause: root });
    root.cause = error;
    const text = render(error, true);
    expect(text).toContain("Error: top\n    at ");
    expect(text).toContain("Error: root\n    at ");
    expect(render("thrown text", true)).toBe("error: thrown text");
    const bare = new Error("bare");
    delete bare.stack;
    expect(render(bare, true)).toBe("error: bare");
  });
});
