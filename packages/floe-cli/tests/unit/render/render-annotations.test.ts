import path from "node:path";
import type { PlatformProblem } from "floe-platform";
import { describe, expect, test } from "vitest";
import { renderAnnotations } from "../../../src/render/render-annotations.ts";

const root = path.resolve("checkout");
const file = path.join(root, "products", "floe.yaml");
const placeless: PlatformProblem = {
  code: "key_unknown",
  path: "plugins.compte",
  message: "the key compte is not known here",
  expected: "one of compute",
  found: "compte",
  remedy: 'Did you mean "compute"?',
};
const problem: PlatformProblem = { ...placeless, file, line: 4, column: 7 };

describe("renderAnnotations", () => {
  test("renderAnnotations writes one workflow command per problem, files named from the checkout", () => {
    expect(renderAnnotations([problem, problem], root).split("\n")).toEqual(
      Array.from({ length: 2 }, () =>
        [
          "::error file=products/floe.yaml,line=4,col=7,title=floe check%3A key_unknown::the key compte is not known here",
          'expected one of compute; found compte%0ADid you mean "compute"?',
        ].join("%0A"),
      ),
    );
  });

  test("renderAnnotations escapes what would end a message, a property or the command", () => {
    const text = renderAnnotations(
      [{ ...problem, file: path.join(root, "a,b:c%.yaml"), message: "100 % wrong,\r\n::error::forged" }],
      root,
    );
    expect(text).toContain("::error file=a%2Cb%3Ac%25.yaml,line=4,");
    expect(text).toContain("::100 %25 wrong,%0D%0A::error::forged%0A");
    expect(text.split("\n")).toHaveLength(1);
  });

  test("renderAnnotations leaves out what is not known of a place", () => {
    expect(renderAnnotations([placeless], root)).toMatch(/^::error title=floe check%3A key_unknown::the key/);
    expect(renderAnnotations([{ ...placeless, file }], root)).toMatch(/^::error file=products\/floe\.yaml,title=/);
  });

  test.each([
    ["outside the checkout as it is", path.resolve("elsewhere", "floe.yaml"), path.resolve("elsewhere", "floe.yaml")],
    ["whose name begins with two dots from the checkout", path.join(root, "..floe.yaml"), "..floe.yaml"],
  ])("renderAnnotations names a file %s", (_, other, named) => {
    expect(renderAnnotations([{ ...problem, file: other }], root)).toContain(`file=${named},`);
  });
});
