import path from "node:path";
import { expect, test } from "vitest";
import { githubAnnotation } from "../../../src/render/github-annotation.ts";

const root = path.resolve("checkout");

test("githubAnnotation names a file below the checkout from there, and any other as it is", () => {
  const at = (file: string): string => githubAnnotation({ file, title: "t" }, "no", root);
  expect(at(path.join(root, "a", "b.json"))).toBe("::error file=a/b.json,title=t::no");
  expect(at(path.resolve("other", "b.json"))).toBe(`::error file=${path.resolve("other", "b.json").replaceAll(path.sep, "/")},title=t::no`);
});

test("githubAnnotation escapes what would end a message, a property or the command", () => {
  expect(githubAnnotation({ title: "a:b,c%", line: 3, col: undefined }, "one\r\ntwo: 5%", root)).toBe(
    "::error title=a%3Ab%2Cc%25,line=3::one%0D%0Atwo: 5%25",
  );
});
