import { describe, expect, test } from "vitest";
import {
  apiVersionProblem,
  parseEntry,
  parseEntryDetails,
} from "../../../../src/discovery/manifest/parse-entry.ts";

const ENTRY = "./plugin.js#Plugin";
const TARGET = { file: "./plugin.js", export: "Plugin" };

describe("parseEntry", () => {
  test("reads the short form, which takes the block's apiVersion", () => {
    expect(parseEntry(ENTRY, "1.0")).toEqual({
      value: { target: TARGET, details: { apiVersion: "1.0", description: undefined, dependencies: [] } },
    });
  });

  test("reads the long form, whose apiVersion goes before the block's", () => {
    const form = { entry: ENTRY, description: "d", apiVersion: "2.1", dependencies: ["x"] };
    expect(parseEntry(form, "not a version")).toEqual({
      value: { target: TARGET, details: { apiVersion: "2.1", description: "d", dependencies: ["x"] } },
    });
  });

  test.each([
    [{}, "entry_invalid"],
    [{ entry: 1 }, "entry_invalid"],
    [{ entry: ENTRY, more: 1 }, "entry_invalid"],
    [{ entry: "../x.js" }, "entry_outside_package"],
    [{ entry: ENTRY, description: 1 }, "description_invalid"],
    [{ entry: ENTRY, apiVersion: "01.0" }, "api_version_invalid"],
    [{ entry: ENTRY, apiVersion: 1 }, "api_version_invalid"],
    [{ entry: ENTRY, apiVersion: null }, "api_version_invalid"],
    [{ entry: ENTRY, dependencies: "x" }, "dependencies_invalid"],
    [[], "entry_invalid"],
  ])("refuses %j as %s", (value, code) => {
    expect(parseEntry(value, undefined).problem?.code).toBe(code);
  });

  test("refuses the short form under a block whose apiVersion is invalid", () => {
    expect(parseEntry(ENTRY, "1").problem).toMatchObject({ code: "api_version_invalid", found: '"1"' });
  });

  test("names the member that was meant", () => {
    expect(parseEntry({ entry: ENTRY, dependancies: [] }, undefined).problem?.remedy).toBe('Did you mean "dependencies"?');
    expect(parseEntry({ entry: ENTRY, zzz: [] }, undefined).problem?.remedy).toBe("Remove the member.");
  });

  test("does not take inherited members for its own", () => {
    const form: unknown = JSON.parse('{ "entry": "./a.js", "__proto__": { "description": "d" } }');
    expect(parseEntry(form, undefined).problem).toMatchObject({ code: "entry_invalid", found: '"__proto__"' });
  });
});

test("parseEntryDetails reads what an entry may leave out", () => {
  expect(parseEntryDetails({}, undefined)).toEqual({
    value: { apiVersion: undefined, description: undefined, dependencies: [] },
  });
});

test("apiVersionProblem shows a hostile version shortened", () => {
  expect(apiVersionProblem("9".repeat(500)).found).toHaveLength(80);
});
