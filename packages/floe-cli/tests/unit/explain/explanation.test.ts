import { describe, expect, test } from "vitest";
import { isGoodNews } from "../../../src/explain/explanation.ts";
import { explanationOf, explainedPackage, explainedPlugin } from "../../support/explanations.ts";

const failure = { name: "PluginLoadError", code: "FLOE_PLUGIN_LOAD", message: "no", hint: "" };

describe("isGoodNews", () => {
  test.each([
    ["one plugin that is accepted", true, explanationOf([explainedPlugin])],
    ["one that was not loaded", true, explanationOf([{ ...explainedPlugin, load: null }])],
    ["a package and its plugin", true, explanationOf([explainedPlugin], { package: explainedPackage })],
    ["nothing", false, explanationOf([])],
    ["one of two plugins that is not accepted", false, explanationOf([explainedPlugin, { ...explainedPlugin, verdict: "conflict" }])],
    ["one that does not load", false, explanationOf([{ ...explainedPlugin, load: { durationMs: 1, error: failure } }])],
    ["a package that is not accepted", false, explanationOf([explainedPlugin], { package: { ...explainedPackage, verdict: "skipped" } })],
    ["a package without plugins", false, explanationOf([], { package: explainedPackage })],
  ])("isGoodNews of %s is %s", (_, answer, explanation) => {
    expect(isGoodNews(explanation)).toBe(answer);
  });
});
