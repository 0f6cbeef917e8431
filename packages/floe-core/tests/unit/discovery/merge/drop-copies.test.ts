import { describe, expect, test } from "vitest";
import { dropCopies } from "../../../../src/discovery/merge/drop-copies.ts";
import { emptyTexts } from "../support/empty-texts.ts";
import { foundEntry } from "../support/found-entry.ts";

describe("dropCopies", () => {
  test("keeps the copy that comes first and gives the other's entries verdicts", () => {
    const first = foundEntry("pkg@1.0.0", "near");
    const copies = [foundEntry("pkg@1.0.0", "far"), foundEntry("pkg@1.0.0", "far", { name: "other" })];
    const { entries, skipped } = dropCopies([first, ...copies]);
    expect(entries).toEqual([first]);
    expect(skipped.map(({ code, path, found }) => [code, path, found])).toEqual([
      ["duplicate_copy", "floe.computes.duckdb", "/far"],
      ["duplicate_copy", "floe.computes.other", "/far"],
    ]);
    expect(skipped[0]?.message).toContain("/near");
    expect(skipped.flatMap(emptyTexts)).toEqual([]);
  });

  test("keeps other versions and other packages", () => {
    const all = [foundEntry("a@1.0.0", "a1"), foundEntry("a@2.0.0", "a2"), foundEntry("b@1.0.0", "b")];
    expect(dropCopies(all)).toEqual({ entries: all, skipped: [] });
  });

  test("takes an entry that two sources found at one place for one", () => {
    expect(dropCopies([foundEntry("a"), foundEntry("a")])).toEqual({ entries: [foundEntry("a")], skipped: [] });
    expect(dropCopies([foundEntry("a"), foundEntry("a", "a", { export: "Other" })]).entries).toHaveLength(2);
  });

  test("does not take entries without a file for one", () => {
    const entry = foundEntry("a", "", { file: "" });
    expect(dropCopies([entry, entry]).entries).toHaveLength(2);
  });
});
