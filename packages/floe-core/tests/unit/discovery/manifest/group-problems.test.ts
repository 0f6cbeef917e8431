import { expect, test } from "vitest";
import { invalidGroupProblem, unknownGroupProblem } from "../../../../src/discovery/manifest/group-problems.ts";
import { GROUPS } from "../support/requests.ts";

test("unknownGroupProblem names the nearest group", () => {
  expect(unknownGroupProblem("floe.compute", GROUPS)).toMatchObject({
    code: "group_unknown",
    found: '"floe.compute"',
    remedy: expect.stringContaining('Did you mean "floe.computes"?') as string,
  });
});

test("unknownGroupProblem points to the types option where nothing is near", () => {
  expect(unknownGroupProblem("floe.widgets", GROUPS).remedy).toMatch(/^Use one of the known groups, .*`types` option/);
});

test("invalidGroupProblem says what stands there", () => {
  expect(invalidGroupProblem(["x"])).toMatchObject({ code: "group_invalid", found: "an array" });
});
