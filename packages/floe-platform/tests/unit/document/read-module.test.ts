import path from "node:path";
import { describe, expect, test } from "vitest";
import { readModule } from "../../../src/document/read-module.ts";
import { ProblemList } from "../../../src/problems/problem-list.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

async function read(text: string, name = "floe.mjs") {
  const file = path.join(temporaryFolder({ [name]: text }), name);
  const problems = new ProblemList();
  const document = await readModule(file, text, problems);
  return { file, document, problems: problems.sorted(file) };
}

describe("readModule", () => {
  test.each([
    ["an object", "export default { name: 'a' };"],
    ["a promise", "export default Promise.resolve({ name: 'a' });"],
    ["an object that was made", "const name = 'a'; export default Object.fromEntries([['name', name]]);"],
  ])("readModule takes %s", async (_, text) => {
    const { document, problems } = await read(text);
    expect(problems).toEqual([]);
    expect(document?.value).toEqual({ name: "a" });
  });

  test("readModule takes what CommonJS exports", async () => {
    expect((await read("module.exports = { name: 'a' };", "floe.cjs")).document?.value).toEqual({ name: "a" });
  });

  test("readModule knows where everything is", async () => {
    const { file, document } = await read("\nexport default { name: 'a' };");
    expect(document?.file).toBe(file);
    expect(document?.locate(["name"])).toEqual({ file, line: 2, column: 24 });
  });

  test.each([
    ["export default\n  () => ({ name: 'a' });", 2, 3, "a function", "Export what the function answers, not the function."],
    ["export default null;", 1, 16, "null", "Write export default defineProduct({ ... })."],
    ["export default ['a'];", 1, 16, "a list", "Write export default defineProduct({ ... })."],
    ["export default 'a';", 1, 16, "a text", "Write export default defineProduct({ ... })."],
    ["export default Promise.resolve(7);", 1, 16, "a number", "Write export default defineProduct({ ... })."],
  ])("readModule refuses %s", async (text, line, column, found, remedy) => {
    const { file, document, problems } = await read(text);
    expect(document).toBeUndefined();
    expect(problems).toMatchObject([{ file, line, column, code: "type_invalid", path: "", found, remedy }]);
  });

  test.each([
    ["export const product = {};", "only product"],
    ["", "no export"],
  ])("readModule refuses a module without default export: %s", async (text, found) => {
    const { file, problems } = await read(text);
    expect(problems).toMatchObject([{ file, code: "type_invalid", message: "the module has no default export", found }]);
    expect(problems[0]).not.toHaveProperty("line");
  });

  test("readModule reports a promise that is rejected, where it is exported", async () => {
    const { problems } = await read("\nexport default Promise.reject(new Error('no luck'));");
    expect(problems).toMatchObject([{ code: "file_unreadable", line: 2, column: 16 }]);
    expect(problems[0]?.message).toBe("the promise that the module exports is rejected: no luck");
  });

  test("readModule reports what the module throws, where it does", async () => {
    const { file, problems } = await read("const name = 1;\nthrow new Error('no luck');\nexport default { name };");
    expect(problems).toMatchObject([{ file, code: "file_unreadable", line: 2 }]);
    expect(problems[0]?.message).toBe("the platform module fails when it is imported: no luck");
  });

  test("readModule reports broken syntax with its place", async () => {
    const { problems } = await read("export default {\n  name: 'a'\n  plugins: {}\n};");
    expect(problems).toMatchObject([{ code: "syntax_invalid", line: 3, column: 3, message: "unexpected token" }]);
  });
});
