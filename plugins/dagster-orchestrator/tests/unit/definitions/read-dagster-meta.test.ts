import { describe, expect, test } from "vitest";
import { readDagsterMeta } from "../../../src/definitions/read-dagster-meta.ts";
import { transform } from "../../support/product.ts";

const read = (dagster: unknown, other = {}): ReturnType<typeof readDagsterMeta> =>
  readDagsterMeta(transform("a", [], { meta: { dagster }, ...other }));

describe("readDagsterMeta", () => {
  test("answers with defaults for a transform that states nothing", () => {
    expect(readDagsterMeta(transform("a"))).toEqual({ meta: { tags: {}, owners: [], checks: [] }, problems: [] });
  });

  test("takes everything that Dagster takes", () => {
    const dagster = {
      group: "raw/eu", kinds: ["duckdb"], tags: { tier: "1" }, owners: ["team:x"], description: "d", retry: { max: 1 },
      checks: [{ name: "rows", minRows: 1, maxRows: 1 }, { name: "columns", columns: ["id"] }],
    };
    expect(read(dagster)).toMatchObject({ meta: dagster, problems: [] });
  });

  test("suggests the nearest key for each unknown one, in the place where it stands", () => {
    const { problems } = read({ owner: [], retry: { max: 1, delay: 5, retries: 3 }, checks: [{ name: "c", minRow: 1 }] });
    expect(problems.map(({ place, value, remedy }) => [place, value, remedy])).toEqual([
      ["meta.dagster.retry", "delay", "Remove the key from meta.dagster.retry."],
      ["meta.dagster.retry", "retries", "Remove the key from meta.dagster.retry."],
      ["meta.dagster.checks[0]", "minRow", 'Did you mean "minRows"?'],
      ["meta.dagster", "owner", 'Did you mean "owners"?'],
    ]);
  });

  test("names place and value of what has the wrong shape", () => {
    const { problems } = read({ retry: { max: 500 } });
    expect(problems).toMatchObject([{ transform: "a", place: "meta.dagster.retry.max", value: 500, remedy: "Correct meta.dagster.retry.max." }]);
    expect(read("x").problems).toMatchObject([{ place: "meta.dagster", value: "x" }]);
  });

  test("refuses labels that Dagster refuses, the transform's own tags among them", () => {
    const { problems } = read({ group: "a-b", kinds: ["a b"], tags: { "dagster/x": "", ok: "a b" }, owners: ["ann"] }, { tags: ["ok", "not ok"] });
    expect(problems.map(({ place, value }) => [place, value])).toEqual([
      ["tags[1]", "not ok"],
      ["meta.dagster.group", "a-b"],
      ["meta.dagster.kinds[0]", "a b"],
      ["meta.dagster.tags", "dagster/x"],
      ["meta.dagster.tags.ok", "a b"],
      ["meta.dagster.owners[0]", "ann"],
    ]);
  });

  test.each([
    ["nothing", { name: "c" }, "it checks nothing"],
    ["a range that is none", { name: "c", minRows: 2, maxRows: 1 }, "minRows is above maxRows"],
    ["under a name that Dagster refuses", { name: "no-rows", minRows: 1 }, "Dagster allows letters, digits and _ only"],
  ])("refuses a check of %s", (_, check, reason) => {
    expect(read({ checks: [check] }).problems).toMatchObject([{ place: "meta.dagster.checks[0]", value: check.name, reason }]);
  });

  test("refuses a check whose name makes a reserved word with the transform's", () => {
    const meta = { dagster: { checks: [{ name: "dict", minRows: 1 }] } };
    expect(readDagsterMeta(transform("output-arg", [], { meta })).problems).toMatchObject([{ reason: "Dagster or Python keeps that word for itself" }]);
    expect(readDagsterMeta(transform("output", [], { meta })).problems).toMatchObject([{ reason: "Dagster or Python keeps that word for itself" }]);
  });

  test("refuses two checks of one name", () => {
    expect(read({ checks: [{ name: "c", minRows: 1 }, { name: "c", maxRows: 1 }] }).problems).toMatchObject([
      { place: "meta.dagster.checks[1]", reason: "another check of the transform has that name" },
    ]);
  });

  test("refuses to count the rows of a view, and looks for its columns", () => {
    const view = { materialization: "view" };
    expect(read({ checks: [{ name: "c", minRows: 1 }] }, view).problems).toMatchObject([{ reason: "the rows of a view are not counted" }]);
    expect(read({ checks: [{ name: "c", columns: ["id"] }] }, view).problems).toEqual([]);
  });
});
