import type { TransformConfig } from "floe-core";
import { describe, expect, test } from "vitest";
import { selectTransforms } from "../../../src/run/select-transforms.ts";
import { TransformNotFoundError } from "../../../src/run/transform-not-found-error.ts";
import { TransformSelectionError } from "../../../src/run/transform-selection-error.ts";

function transform(name: string, dependsOn: readonly string[] = [], tags: readonly string[] = []): TransformConfig {
  return { name, sql: "", materialization: "table", tags, dependsOn, meta: {}, compute: null };
}

/** raw and air feed clean; daily and routes need clean; report needs daily. */
const transforms = [
  transform("raw", [], ["input"]),
  transform("air", [], ["input"]),
  transform("clean", ["air", "raw"]),
  transform("daily", ["clean"], ["daily", "slow"]),
  transform("routes", ["clean"], ["slow"]),
  transform("report", ["daily"], ["daily"]),
];
const all = transforms.map(({ name }) => name);

describe("selectTransforms", () => {
  test.each<[readonly string[] | undefined, readonly string[]]>([
    [undefined, all],
    [[], []],
    [["routes", "raw", "routes"], ["raw", "routes"]],
    [["+clean"], ["raw", "air", "clean"]],
    [["+report"], ["raw", "air", "clean", "daily", "report"]],
    [["daily+"], ["daily", "report"]],
    [["raw+"], ["raw", "clean", "daily", "routes", "report"]],
    // The other needs of what needs it are not meant.
    [["+clean+"], all],
    [["+daily+"], ["raw", "air", "clean", "daily", "report"]],
    [["tag:slow"], ["daily", "routes"]],
    [["+tag:slow"], ["raw", "air", "clean", "daily", "routes"]],
    [["tag:input+"], all],
    [["tag:daily", "air"], ["air", "daily", "report"]],
    [["+routes", "daily"], ["raw", "air", "clean", "daily", "routes"]],
  ])("selectTransforms answers %j in dependency order, each name once", (select, names) => {
    expect(selectTransforms(transforms, select)).toEqual(names);
  });

  test("selectTransforms leaves out what else a dependent needs", () => {
    expect(selectTransforms(transforms, ["+raw+"])).not.toContain("air");
  });

  test("selectTransforms goes along chains that would overflow a stack", () => {
    const chain = Array.from({ length: 50_000 }, (_, index) => transform(`t${index}`, index === 0 ? [] : [`t${index - 1}`]));
    expect(selectTransforms(chain, ["+t49999"])).toHaveLength(50_000);
    expect(selectTransforms(chain, ["t0+"])).toHaveLength(50_000);
  });

  test("selectTransforms refuses unknown names and tags, each once", () => {
    const select = () => selectTransforms(transforms, ["+dialy", "raw", "dialy", "tag:sloww", "x+"]);
    expect(select).toThrow(TransformNotFoundError);
    expect(select).toThrow(
      "Cannot select transforms dialy, x, tag:sloww: " +
        "there are raw, air, clean, daily, routes, report, tag:daily, tag:input, tag:slow",
    );
  });

  test("selectTransforms refuses what it cannot read before it looks for anything", () => {
    const select = () => selectTransforms(transforms, ["nowhere", "++x", ""]);
    expect(select).toThrow(TransformSelectionError);
    expect(select).toThrow('"++x": it has more than one + on a side; "": it is empty');
  });
});
