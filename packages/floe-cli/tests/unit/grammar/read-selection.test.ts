import { describe, expect, test } from "vitest";
import { readSelection } from "../../../src/grammar/read-selection.ts";

describe(readSelection.name, () => {
  test.each([
    [undefined, undefined],
    [["a", "b"], ["a", "b"]],
    [["a,b", "+c"], ["a", "b", "+c"]],
    [["a, tag:v1.2+"], ["a", "tag:v1.2+"]],
    [["a,"], ["a", ""]],
  ])("readSelection reads %j as %j", (values, select) => {
    expect(readSelection(values)).toEqual({ select, file: undefined });
  });

  test.each([
    [["daily", "floe.yaml"], ["daily"], "floe.yaml"],
    [["daily", "./product"], ["daily"], "./product"],
    [["floe.yaml"], undefined, "floe.yaml"],
    [["+tag:a/b"], ["+tag:a/b"], undefined],
  ])("readSelection finds the file that %j ends with", (values, select, file) => {
    expect(readSelection(values)).toEqual({ select, file });
  });
});
