import { parse } from "acorn";
import { describe, expect, test } from "vitest";
import { ModuleLiterals } from "../../../src/document/module-literals.ts";

/** The text that `root` stands for in a module, and that of the entry below it. */
function read(text: string, step: string | number = "a", sourceType: "module" | "commonjs" = "module") {
  const literals = new ModuleLiterals(parse(text, { ecmaVersion: "latest", sourceType }));
  const { root } = literals;
  const entry = root && literals.find(root, step);
  return {
    root: root && text.slice(literals.startOf(root)).split("\n")[0],
    value: entry && text.slice(entry.value.start, entry.value.end),
    key: entry?.keyStart === undefined ? undefined : text.slice(entry.keyStart).split(/[ :(]/)[0],
  };
}

describe("ModuleLiterals", () => {
  test.each([
    ["export default { a: 1 }"],
    ["export default defineProduct({ a: 1 })"],
    ['import { defineProduct as product } from "floe-platform"; export default product({ a: 1 })'],
    ['import { "defineProduct" as p } from "floe-platform"; export default p({ a: 1 })'],
    ["const product = { a: 1 }; export default product"],
    ["export const product = defineProduct({ a: 1 }); export default product"],
    ["const one = { a: 1 }, product = one; export { product as default, one }"],
    ['const one = { a: 1 }; export { one as "default" }'],
  ])("ModuleLiterals finds the entry in %s", (text) => {
    expect(read(text).value).toBe("1");
    expect(read(text).root).toMatch(/^\{ a: 1 \}/);
  });

  test("ModuleLiterals takes module.exports for the default export, and its last assignment", () => {
    expect(read("module.exports = { a: 1 }; exports.b = 2; x = 3; module.exports = { a: 4 }", "a", "commonjs").value).toBe("4");
  });

  test.each([
    ["export default function () {}"],
    ["export default class {}"],
    ['export { default } from "./other.mjs"'],
    ["const a = 1; export { a, a as b }"],
    ["let product = 1; product += 1; (function () {})()"],
    ["other.exports = { a: 1 }; module.other = { a: 1 }; [module.exports] = [{ a: 1 }]"],
  ])("ModuleLiterals has no root in %s", (text) => {
    expect(read(text).root).toBeUndefined();
  });

  test.each([
    ["export default { 'a': 1 }", "a", "1", "'a'"],
    ["export default { ['a']: 1 }", "a", "1", "'a']"],
    ["export default { [`a`]: 1 }", "a", "1", "`a`]"],
    ["const KEY = 'a'; export default { [KEY]: 1 }", "a", "1", "KEY]"],
    ["export default { 7: 1 }", 7, "1", "7"],
    ["const a = 2; export default { a }", "a", "a", "a"],
    ["export default { a() {} }", "a", "() {}", "a"],
    ["export default { get a() { return 1; } }", "a", "() { return 1; }", "a"],
    ["export default { a: 1, a: 2 }", "a", "2", "a"],
    ["const base = { a: 1 }; export default { ...base, b: 2 }", "a", "1", "a"],
    ["const base = { a: 1 }; export default { a: 0, ...base }", "a", "1", "a"],
    ["const base = { a: 1 }; export default { ...base, a: 2 }", "a", "2", "a"],
    ["export default { ...{ ...{ a: 1 } } }", "a", "1", "a"],
    ["export default { a: 1, ...unknown() }", "a", "1", "a"],
    ["export default [5, 6]", 1, "6", undefined],
    ["const base = [5, 6]; export default [4, ...base, 7]", 3, "7", undefined],
    ["export default [4, ...unknown(), 7]", 0, "4", undefined],
  ])("ModuleLiterals follows %s", (text, step, value, key) => {
    expect(read(text, step)).toMatchObject({ value, key });
  });

  test.each([
    ["export default { b: 1 }", "a"],
    ["export default { [`a${1}`]: 1, [a()]: 1 }", "a"],
    ["export default { ...imported }", "a"],
    ["let base = { a: 1 }; export default base", "a"],
    ["const { base } = { base: { a: 1 } }; export default base", "a"],
    ["export default other({ a: 1 })", "a"],
    ["export default floe.other({ a: 1 })", "a"],
    ["export default defineProduct(...[{ a: 1 }])", "a"],
    ["export default defineProduct()", "a"],
    ["export default 'text'", "a"],
    ["export default [1, , 3]", 1],
    ["export default [1]", 1],
    ["export default [1]", "a"],
    ["export default [1, ...unknown(), 3]", 2],
  ])("ModuleLiterals does not guess in %s", (text, step) => {
    expect(read(text, step).value).toBeUndefined();
  });
});
