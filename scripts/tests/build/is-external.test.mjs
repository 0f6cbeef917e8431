import { expect, test } from "vitest";
import { isExternal } from "../../build/is-external.mjs";

test.each(["zod", "@scope/name/file.js", "node:fs", "fs"])("isExternal leaves %s out of a bundle", (id) => {
  expect(isExternal(id, "/floe/src/index.ts", false)).toBe(true);
});

test.each(["./a.ts", "../a.ts", "\0rolldown/runtime.js", "/floe/src/a.ts", "C:\\floe\\src\\a.ts", "C:/floe/src/a.ts", "@oxc-project/runtime/helpers/usingCtx"])(
  "isExternal takes %j into a bundle",
  (id) => {
    expect(isExternal(id, undefined, false)).toBe(false);
  },
);

test.each(["/floe/src/a.ts", "C:\\floe\\src\\a.ts", "a module that a plugin makes"])("isExternal takes in what was resolved to %j", (id) => {
  expect(isExternal(id, undefined, true)).toBe(false);
});
