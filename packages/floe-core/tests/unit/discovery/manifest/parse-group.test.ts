import { describe, expect, test } from "vitest";
import { parseGroup, type ParsedEntries } from "../../../../src/discovery/manifest/parse-group.ts";
import type { Checked } from "../../../../src/discovery/problem.ts";
import { GROUPS } from "../support/requests.ts";

function parse(type: string, group: unknown, value: Checked<string> = { value: "entry" }): ParsedEntries<string> {
  const parsed: ParsedEntries<string> = { entries: [], rejections: [] };
  parseGroup(type, group, GROUPS, () => value, parsed);
  return parsed;
}

describe("parseGroup", () => {
  test("hands each entry on with its JSON path", () => {
    const seen: unknown[] = [];
    const parsed: ParsedEntries<string> = { entries: [], rejections: [] };
    const note = (...entry: unknown[]): Checked<string> => ({ value: String(seen.push(entry)) });
    parseGroup("floe.dbt", { core: 1, fusion: "x" }, GROUPS, note, parsed);
    expect(seen).toEqual([
      ["core", 1, "floe.dbt.core"],
      ["fusion", "x", "floe.dbt.fusion"],
    ]);
    expect(parsed).toEqual({ entries: ["1", "2"], rejections: [] });
  });

  test("gives every entry of an unknown group its own verdict", () => {
    expect(parse("floe.compute", { a: 1, B: 2 }).rejections).toMatchObject([
      { path: "floe.compute.a", action: "accept plugin floe.compute:a", problem: { code: "group_unknown" } },
      { path: "floe.compute.B", problem: { code: "group_unknown" } },
    ]);
  });

  test("gives an unknown group that is no object one verdict", () => {
    expect(parse("floe.compute", 1).rejections).toMatchObject([
      { path: "floe.compute", problem: { code: "group_unknown" } },
    ]);
  });

  test("gives a known group that is no object one verdict", () => {
    expect(parse("floe.dbt", []).rejections).toMatchObject([{ path: "floe.dbt", problem: { code: "group_invalid" } }]);
  });

  test("refuses bad names, __proto__ and constructor among them, and passes on what the entry's own check says", () => {
    const problem = { code: "entry_invalid", expected: "", found: "", remedy: "" } as const;
    const group: unknown = JSON.parse('{ "__proto__": 1, "constructor": 1, "Bad": 1 }');
    expect(parse("floe.dbt", group, { problem }).rejections.map((rejection) => rejection.problem.code)).toEqual([
      "name_invalid",
      "entry_invalid",
      "name_invalid",
    ]);
  });
});
