import { describe, expect, test } from "vitest";
import { TransformNotFoundError } from "../../../src/run/transform-not-found-error.ts";

describe("TransformNotFoundError", () => {
  test("TransformNotFoundError names every unknown transform and the nearest to each", () => {
    const error = new TransformNotFoundError(["dialy", "x", "rotes"], ["raw", "daily", "routes"]);
    expect(error).toMatchObject({
      code: "FLOE_TRANSFORM_NOT_FOUND",
      message: "Cannot select transforms dialy, x, rotes: there are raw, daily, routes",
      hint: 'Did you mean "daily" for dialy, "routes" for rotes?',
      names: ["dialy", "x", "rotes"],
      tags: [],
      suggestions: { dialy: "daily", rotes: "routes" },
      nearest: "daily",
    });
  });

  test("TransformNotFoundError names unknown tags and those there are", () => {
    const error = new TransformNotFoundError([], ["raw"], { tags: ["dialy"], available: ["daily", "slow"] });
    expect(error).toMatchObject({
      message: "Cannot select transforms tag:dialy: there are raw, tag:daily, tag:slow",
      hint: 'Did you mean "tag:daily"?',
      tags: ["dialy"],
      availableTags: ["daily", "slow"],
      nearest: "tag:daily",
    });
  });

  test("TransformNotFoundError knows a tag that was written without its prefix", () => {
    const error = new TransformNotFoundError(["daily"], ["dally"], { tags: [], available: ["daily"] });
    expect(error.nearest).toBe("tag:daily");
  });

  test("TransformNotFoundError says so where there are none, and guesses nothing", () => {
    const error = new TransformNotFoundError(["x"], []);
    expect(error).toMatchObject({ message: "Cannot select transforms x: there are none", hint: "", nearest: undefined });
  });

  test("TransformNotFoundError has no nearest when only a later entry has one", () => {
    const error = new TransformNotFoundError(["unheard_of", "dialy"], ["daily"]);
    expect(error).toMatchObject({ nearest: undefined, suggestions: { dialy: "daily" } });
  });
});
