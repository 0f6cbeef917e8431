import { expect, test } from "vitest";
import { pluginsExplainDocument } from "../../../src/json/plugins-explain-document.ts";
import { explainedPlugin, explanationOf } from "../../support/explanations.ts";

test("pluginsExplainDocument is ok where everything that was asked for is", () => {
  const explanation = explanationOf([explainedPlugin]);
  expect(pluginsExplainDocument(explanation)).toEqual({ version: "1.0", command: "plugins explain", ok: true, ...explanation });
  expect(pluginsExplainDocument(explanationOf([])).ok).toBe(false);
});
