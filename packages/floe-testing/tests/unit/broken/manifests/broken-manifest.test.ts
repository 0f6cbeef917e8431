import { expect, test } from "vitest";
import {
  brokenBlock,
  brokenBlockText,
  brokenFile,
  brokenValue,
  GOOD_ENTRY,
  MODULE_FILES,
} from "../../../../src/broken/manifests/broken-manifest.ts";

test("GOOD_ENTRY points into MODULE_FILES, whose module throws when it is imported", () => {
  expect(GOOD_ENTRY.split("#")[0]).toBe(`./${Object.keys(MODULE_FILES).join()}`);
  expect(MODULE_FILES["plugin.js"]).toMatch(/^throw /);
});

test("brokenBlock describes a package with the block", () => {
  const broken = brokenBlock("id", "title", "block_invalid", "floe", null);
  expect(broken).toEqual({
    id: "id",
    title: "title",
    code: "block_invalid",
    path: "floe",
    package: { floe: null, files: MODULE_FILES },
  });
});

test("brokenBlockText describes a package with the block's text", () => {
  expect(brokenBlockText("id", "title", "block_invalid", "floe", "[]").package).toEqual({ floeText: "[]", files: MODULE_FILES });
});

test("brokenValue describes a package with one entry", () => {
  const broken = brokenValue("id", "title", "entry_invalid", 1);
  expect(broken.path).toBe("floe.computes.broken");
  expect(broken.package).toEqual({ floe: { computes: { broken: 1 } }, files: MODULE_FILES });
});

test("brokenFile describes a package whose package.json is the file", () => {
  const { package: described, path } = brokenFile("id", "title", "manifest_invalid_json", "{");
  expect(path).toBe("");
  expect(described.files).toMatchObject({ "package.json": "{" });
});
