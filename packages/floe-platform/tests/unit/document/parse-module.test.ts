import { describe, expect, test } from "vitest";
import { parseModule } from "../../../src/document/parse-module.ts";

describe("parseModule", () => {
  test.each([
    ["floe.mjs", "export default { name: `a` };"],
    ["floe.js", "export default {};"],
    ["floe.js", "module.exports = {}; with (console) log(1);"],
    ["floe.cjs", "if (true) return; module.exports = {};"],
    ["floe.ts", "export default {};"],
    ["floe.mjs", "#!/usr/bin/env node\nexport default await fetch(import.meta.url);"],
  ])("parseModule reads %s: %s", (file, text) => {
    expect(parseModule(text, file).program?.type).toBe("Program");
  });

  test.each([
    ["floe.mjs", "export default {\n  name: 'a'\n  plugins: {}\n}"],
    ["floe.js", "export default {"],
    ["floe.cjs", "export default {}"],
    ["floe.ts", "const a: number = 1; export default {}"],
  ])("parseModule says of %s where it goes wrong: %s", (file, text) => {
    const { program, problem } = parseModule(text, file);
    expect(program).toBeUndefined();
    expect(problem?.message).toMatch(/^[^A-Z].*[^)]$/);
    expect(problem?.remedy).toBe("Correct the module's syntax.");
  });

  test("parseModule gives the offset of the first mistake", () => {
    const text = "export default {\n  name: 'a'\n  plugins: {}\n}";
    expect(parseModule(text, "floe.mjs").problem).toMatchObject({ offset: text.indexOf("plugins"), message: "unexpected token" });
  });

  test("parseModule judges a .js file that is neither kind as an ES module", () => {
    const text = "export default {};\nreturn 1";
    expect(parseModule(text, "floe.js").problem?.offset).toBe(text.indexOf("return"));
  });

  test("parseModule refuses nesting without end instead of overflowing", () => {
    expect(parseModule(`export default ${"[".repeat(100_000)}`, "floe.mjs").problem).toBeDefined();
  });
});
