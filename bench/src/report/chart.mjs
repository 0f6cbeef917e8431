import { parse, View } from "vega";
import { compile } from "vega-lite";

/** Colours that are told apart by colour-blind people too, floe's first. Source: Okabe and Ito, "Color Universal Design". */
const COLOURS = ["#D55E00", "#0072B2", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#999999"];

/**
 * A comparison as an SVG: a line per case, a dot per contender at its median, a bar from its least to its most. The ground is white, so that it can be read on a dark page too.
 *
 * @param {import("./tables.mjs").Table} table
 */
export async function chart({ title, unit = "milliseconds", contenders, rows }) {
  const values = rows.flatMap((row) =>
    contenders.flatMap((contender) => {
      const spread = row.ms[contender];
      return spread === undefined ? [] : [{ case: row.case, contender, ...spread }];
    }),
  );
  // A difference of two measured times may be negative, which has no logarithm.
  const scale = values.every(({ min }) => min > 0) ? { type: "log", nice: false, padding: 8 } : { type: "linear" };
  const byContender = { field: "contender", type: "nominal", title: null };
  const spec = compile({
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    background: "white",
    title: { text: title, anchor: "start" },
    width: 560,
    height: { step: 6 },
    data: { values },
    encoding: {
      y: { field: "case", type: "nominal", title: null, sort: rows.map((row) => row.case), scale: { paddingInner: 0.35 }, axis: { labelLimit: 400 } },
      yOffset: { ...byContender, sort: contenders },
      color: { ...byContender, sort: contenders, scale: { domain: contenders, range: COLOURS }, legend: { orient: "bottom", columns: 4 } },
      x: { type: "quantitative", scale, title: `${unit}${scale.type === "log" ? ", logarithmic" : ""}; dot: median, bar: least to most` },
    },
    layer: [
      { mark: { type: "rule", strokeWidth: 2, opacity: 0.5 }, encoding: { x: { field: "min" }, x2: { field: "max" } } },
      { mark: { type: "point", filled: true, size: 30, opacity: 1 }, encoding: { x: { field: "median" } } },
    ],
  }).spec;
  return `${await new View(parse(spec), { renderer: "none" }).toSVG()}\n`;
}
