import { expect, test } from "vitest";
import { checkFileNames } from "../../lint/file-names.mjs";
import { packageWith } from "../support/workspace-with.mjs";

test("checkFileNames wants kebab-case folders and files", () => {
  const pkg = packageWith({ "src/good-name/a2-b.ts": "", "src/Bad.ts": "", "src/bad_folder/a.ts": "" });
  expect(checkFileNames(pkg)).toEqual([
    "packages/example/src/Bad.ts: is not named in kebab-case",
    "packages/example/src/bad_folder/a.ts: is not named in kebab-case",
  ]);
});
