import { writeFileSync } from "node:fs";
import path from "node:path";
import { loadPlatform, PlatformFileError } from "floe-platform";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** What Node itself makes of modules: in unit tests another loader imports them. */
async function problemsOf(file: string) {
  const error: unknown = await loadPlatform(file).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(PlatformFileError);
  return (error as PlatformFileError).problems.map(({ line, column, code, message }) => ({ place: [line, column].join(":"), code, message }));
}

function fileWith(name: string, text: string): string {
  return path.join(temporaryFolder({ [name]: text, "empty.mjs": "" }), name);
}

describe("platform modules in Node", () => {
  test.each([
    ["export default {\n  name: 'a'\n  plugins: {},\n};", "3:3", "syntax_invalid", "unexpected token"],
    ["const x = 1;\n  throw new Error('no luck');", "2:9", "file_unreadable", "no luck"],
    ["await null;\n\nnull.x;", "3:6", "file_unreadable", "Cannot read properties of null"],
    ["\nimport { x } from './empty.mjs';\nexport default x;", "2:", "file_unreadable", "does not provide an export named 'x'"],
    ["import x from './nowhere.mjs';\nexport default x;", ":", "file_unreadable", "Cannot find module"],
    ["\nexport default Promise.reject(new Error('no luck'));", "2:16", "file_unreadable", "no luck"],
    ["export default {\n  name: '9x',\n  plugins: {},\n};", "2:9", "name_invalid", '"9x" is not a valid name'],
  ])("loadPlatform places what is wrong with %j", async (text, place, code, message) => {
    expect(await problemsOf(fileWith("floe.mjs", text))).toEqual([{ place, code, message: expect.stringContaining(message) as string }]);
  });

  test.each([
    ["floe.mjs", "export default "],
    ["floe.js", "export default "],
    ["floe.js", "module.exports = "],
    ["floe.cjs", "module.exports = "],
  ])("loadPlatform sees edits of %s (%s)", async (name, head) => {
    const file = fileWith(name, `${head}{ name: "1st", plugins: {} };`);
    expect(await problemsOf(file)).toMatchObject([{ message: '"1st" is not a valid name' }]);
    writeFileSync(file, `${head}{\n  name: "2nd", plugins: {} };`);
    expect(await problemsOf(file)).toMatchObject([{ place: "2:9", message: '"2nd" is not a valid name' }]);
  });

  test("loadPlatform reads TypeScript where Node does, and says so where it does not", async () => {
    const problems = await problemsOf(fileWith("floe.ts", 'export default { name: "9x" as string, plugins: {} };'));
    const isTypeScriptRead = "typescript" in process.features && Boolean(process.features.typescript);
    expect(problems).toMatchObject([{ place: ":", code: isTypeScriptRead ? "name_invalid" : "file_type_unsupported" }]);
  });
});
