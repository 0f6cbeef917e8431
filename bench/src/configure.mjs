// What configuring a plugin costs beside its schema's own safeParse. Repeat with: pnpm run bench -- configure
import { answerOf } from "./configure-contenders.mjs";
import { compare } from "./harness/compare.mjs";
import { save } from "./measure.mjs";

const shapes = /** @type {const} */ (["small", "large"]);

const table = await compare({
  title: "configure(type, name, config), awaited",
  module: new URL("configure-contenders.mjs", import.meta.url).href,
  contenders: ["floe", "parse, copy, freeze", "parse, freeze", "parse alone"],
  baseline: "parse, copy, freeze",
  target: 1.1,
  mode: "warm",
  cases: shapes.map((shape) => ({ name: shape, value: shape, answer: answerOf(shape) })),
});

save("configure", { tables: [table] });
