// What looking a loaded plugin up costs, beside a map of maps that holds the plugins, or promises of them.
// Repeat with: pnpm run bench -- lookups
import { compare } from "./harness/compare.mjs";
import { save } from "./measure.mjs";

const COUNT = 1_000;

/** @param {"find" | "get"} verb @param {string} title @param {number} target */
function lookUp(verb, title, target) {
  return compare({
    title,
    module: new URL("lookups-contenders.mjs", import.meta.url).href,
    contenders: ["floe", "map of maps", "a key per call"],
    baseline: "map of maps",
    target,
    mode: "warm",
    cases: [{ name: "1,000 names in turn", value: { verb, count: COUNT }, answer: (COUNT * (COUNT - 1)) / 2 }],
  });
}

save("lookups", {
  tables: [
    await lookUp("find", "find(type, name) of a loaded plugin", 1.3),
    await lookUp("get", "awaited get(type, name) of a loaded plugin", 1.2),
  ],
});
