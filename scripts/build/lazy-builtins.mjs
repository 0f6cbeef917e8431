/** @typedef {import("rolldown/utils").ESTree.Program["body"][number]} Statement */

/** What takes Node's modules in a bundle; a source that has this name ends the build. */
const TAKE = "takeBuiltin";

// Node 21, and 22 before 22.3, have no `getBuiltinModule`; to import what they need costs the others 0.2 ms. By its full
// name: a bundle may have a `process` of its own, from a statement of these.
const HEAD = `import { createRequire as ${TAKE}By } from "node:module"; const ${TAKE} = globalThis.process.getBuiltinModule ?? ${TAKE}By(import.meta.url); `;

/**
 * Takes Node's own modules as `require` would. To import `node:fs` makes it ready for every name that it exports, and so
 * loads the streams, which nobody asked for: a third of the memory that floe-core takes, a fifth of its time.
 *
 * @type {import("rolldown").Plugin}
 */
export const lazyBuiltins = {
  name: "lazy-builtins",
  renderChunk(code) {
    const { body } = this.parse(code);
    const fromNode = body.filter((one) => "source" in one && one.source?.value.startsWith("node:"));
    if (fromNode.length === 0) return null;
    if (code.includes(TAKE)) throw new Error(`a bundle has the name ${TAKE} already`);
    let changed = "";
    let end = 0;
    for (const one of fromNode) {
      // An import holds for what stands before it, which a constant would not.
      const isInHead = body.slice(0, body.indexOf(one)).every(({ type }) => type === "ImportDeclaration");
      const constants = isInHead ? constantsFor(one) : undefined;
      if (constants === undefined) throw new Error(`a bundle takes a module of Node's in a way that is not known: ${code.slice(one.start, one.end)}`);
      changed += `${code.slice(end, one.start)}${end === 0 ? HEAD : ""}const ${constants};`;
      ({ end } = one);
    }
    // Each statement keeps its line, so that the map still holds.
    return { code: changed + code.slice(end), map: null };
  },
};

/** The constants that do for an import, or undefined where none would. @param {Statement} statement */
function constantsFor(statement) {
  if (statement.type !== "ImportDeclaration" || statement.specifiers.length === 0) return undefined;
  const builtin = `${TAKE}("${statement.source.value}")`;
  const whole = statement.specifiers.filter(({ type }) => type !== "ImportSpecifier").map(({ local }) => local.name);
  const names = statement.specifiers.filter((one) => one.type === "ImportSpecifier").map(({ imported, local }) => {
    const name = imported.type === "Literal" ? JSON.stringify(imported.value) : imported.name;
    return name === local.name ? name : `${name}: ${local.name}`;
  });
  const targets = names.length === 0 ? whole : [...whole, `{ ${names.join(", ")} }`];
  return targets.map((target) => `${target} = ${builtin}`).join(", ");
}
