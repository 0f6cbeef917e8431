import { expect, test } from "vitest";
import { chart } from "../src/report/chart.mjs";
import { fillPage } from "../src/report/page.mjs";
import { figure, markdownTable, peerLine, summaryTable } from "../src/report/tables.mjs";

const at = (/** @type {number} */ median) => ({ median, min: median / 2, max: median * 2 });

const table = {
  title: "find",
  contenders: ["floe", "map", "peer"],
  baseline: "map",
  target: 1.3,
  rounds: 7,
  rows: [
    { case: "small", ms: { floe: at(1), map: at(1), peer: at(4) }, ratio: at(1), againstPeers: { peer: at(0.25) } },
    { case: "large", ms: { floe: at(3000), map: at(2000) }, ratio: at(1.5) },
  ],
};
const results = { date: "2026-01-02", machine: { cpu: "A CPU", cores: 2, node: "v20.19.0" }, versions: { peer: "1.2.3" }, tables: [table] };

test.each([
  [1234.5, "1,235"],
  [12.3456, "12.3"],
  [0.0001234, "1.2e-4"],
  [0, "0"],
])("figure shows %d with three digits at most", (value, text) => {
  expect(figure(value)).toBe(text);
});

test("markdownTable has a dash where nothing is compared, and no column for ratios without a baseline", () => {
  const { title, contenders, rounds } = table;
  const rows = [{ case: "small", ms: { floe: at(1) } }];
  expect(markdownTable({ ...table, rows }).split("\n").at(-1)).toBe("| small | 1 | – | – | – |");
  expect(markdownTable({ title, contenders, rounds, rows }).split("\n").at(-1)).toBe("| small | 1 | – | – |");
});

test("markdownTable has a line per case, and a dash for who took no part", () => {
  expect(markdownTable(table)).toBe(
    [
      "|  | floe | map | peer | ratio to map |",
      "| --- | --- | --- | --- | --- |",
      "| small | 1 | 1 | 4 | 1.00 (0.50 to 2.00) |",
      "| large | 3,000 | 2,000 | – | 1.50 (0.75 to 3.00) |",
    ].join("\n"),
  );
});

test("summaryTable judges a comparison by its worst case, and leaves out those without a goal", () => {
  const { title, contenders, rounds, rows } = table;
  const lines = summaryTable([table, { title, contenders, rounds, rows }]).split("\n");
  expect(lines.slice(2)).toEqual(["| find | map | ≤ 1.3 | 1.50 (0.75 to 3.00), large | no |"]);
});

test("peerLine names the largest ratio to each peer", () => {
  expect(peerLine(table)).toBe("Ratio of floe to each of the others, in the case where it is largest: peer 0.25 (small).");
});

test("chart shows differences below zero, which have no logarithm", async () => {
  const rows = [{ case: "small", ms: { floe: { median: 1, min: -1, max: 2 } } }];
  expect(await chart({ ...table, rows })).toMatch(/>milliseconds; dot/u);
});

test("chart draws every contender of every case, the same way each time", async () => {
  const svg = await chart(table);
  for (const text of ["find", "small", "large", "floe", "map", "peer"]) expect(svg).toContain(`>${text}<`);
  expect(svg.match(/aria-roledescription="point"/gu)).toHaveLength(5);
  expect(await chart(table)).toBe(svg);
});

test("fillPage replaces what stands in a section, and answers the same for its own answer", async () => {
  const page = "# P\n<!-- results summary -->\nold\n<!-- end -->\nprose\n<!-- results find -->\n<!-- end -->\n";
  const { page: filled, pictures } = await fillPage(page, new Map([["find", results]]));
  expect(filled).toContain("Measured 2026-01-02 on 2 cores (A CPU), Node v20.19.0, peer 1.2.3.");
  expect(filled).toContain("![find](performance/find-1.svg)");
  expect(filled).not.toContain("old");
  expect([...pictures.keys()]).toEqual(["find-1.svg"]);
  expect((await fillPage(filled, new Map([["find", results]]))).page).toBe(filled);
});

test.each([
  ["a section without results", "<!-- results summary --><!-- end --><!-- results gone -->\n<!-- end -->", 'no results for "gone"'],
  ["results without a section", "<!-- results summary -->\n<!-- end -->\n", "the page has no section for find"],
])("fillPage refuses %s", async (_, page, message) => {
  await expect(fillPage(page, new Map([["find", results]]))).rejects.toThrow(message);
});
