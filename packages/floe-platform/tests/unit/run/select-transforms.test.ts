import type { TransformConfig } from "floe-core";
import { expect, test } from "vitest";
import { selectTransforms, TransformNotFoundError } from "../../../src/run/select-transforms.ts";

const transforms = ["raw", "daily", "routes"].map(
  (name): TransformConfig => ({ name, sql: "", materialization: "table", tags: [], dependsOn: [], meta: {}, compute: null }),
);

test("selectTransforms answers in dependency order, each name once", () => {
  expect(selectTransforms(transforms, ["routes", "raw", "routes"])).toEqual(["raw", "routes"]);
  expect(selectTransforms(transforms, undefined)).toEqual(["raw", "daily", "routes"]);
  expect(selectTransforms(transforms, [])).toEqual([]);
});

test("TransformNotFoundError names every unknown transform and the nearest known one", () => {
  const select = () => selectTransforms(transforms, ["dialy", "raw", "x"]);
  expect(select).toThrow(TransformNotFoundError);
  expect(select).toThrow("Cannot select transforms dialy, x: there are raw, daily, routes");
  const error = new TransformNotFoundError(["dialy", "x"], ["raw", "daily", "routes"]);
  expect(error).toMatchObject({ code: "FLOE_TRANSFORM_NOT_FOUND", names: ["dialy", "x"], nearest: "daily", hint: 'Did you mean "daily"?' });
});

test("TransformNotFoundError says so where there are none", () => {
  const error = new TransformNotFoundError([], []);
  expect(error.message).toContain("there are none");
  expect(error.hint).toBe("");
});
