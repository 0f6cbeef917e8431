import { planRun } from "floe-core";
import { expect, test } from "vitest";
import { dagsterSteps } from "../../../src/run/dagster-steps.ts";
import { artifactsOf, documentOf, planOf } from "../../support/plan.ts";

test("dagsterSteps finds transforms by Dagster's keys", () => {
  const needs = { "raw-data": [], clean: ["raw-data"] };
  const steps = dagsterSteps(planOf(needs), documentOf(needs));
  expect(steps.keys).toEqual(["raw_data", "clean"]);
  expect([...steps.transformOf]).toEqual([["raw_data", "raw-data"], ["clean", "clean"]]);
  expect(steps.unordered).toEqual([]);
});

test("dagsterSteps leaves out, and tells, needs that lead through what is not selected", () => {
  const needs = { a: [], b: ["a"], c: ["b"] };
  const steps = dagsterSteps(planRun(artifactsOf(needs).transforms, ["a", "c"]), documentOf(needs));
  expect(steps.plan.map(({ needs: own }) => own)).toEqual([[], []]);
  expect(steps.unordered).toEqual([{ step: "c", needs: ["a"] }]);
});

test("dagsterSteps keeps a need that leads through a view: Dagster is told of what is behind it", () => {
  const needs = { a: [], view: ["a"], c: ["view"] };
  const document = documentOf({ ...needs, c: ["a", "view"] });
  const steps = dagsterSteps(planRun(artifactsOf(needs).transforms, ["a", "c"]), document);
  expect(steps.plan.map(({ needs: own }) => own)).toEqual([[], ["a"]]);
  expect(steps.unordered).toEqual([]);
});
