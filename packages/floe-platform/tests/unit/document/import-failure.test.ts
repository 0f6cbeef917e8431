import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { importFailure } from "../../../src/document/import-failure.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

function failing(name: string, text: string) {
  const file = path.join(temporaryFolder({ [name]: text }), name);
  return { file, fail: (error: unknown) => importFailure(file, text, error) };
}

function errorWith(fields: object): Error {
  return Object.assign(new Error("boo"), fields);
}

describe("importFailure", () => {
  test("importFailure places a slip of syntax, whatever was thrown", () => {
    const { file, fail } = failing("floe.mjs", "export default {\n  name: 'a'\n  plugins: {}\n}");
    expect(fail(new SyntaxError("Unexpected identifier 'plugins'"))).toEqual({
      position: { file, line: 3, column: 3 },
      details: {
        code: "syntax_invalid",
        message: "unexpected token",
        expected: "valid JavaScript",
        found: "something else",
        remedy: "Correct the module's syntax.",
      },
    });
  });

  test.each([
    ["floe.ts", "enum Colour { Red }", "file_unreadable"],
    ["floe.mjs", "export default {};", "file_unreadable"],
  ])("importFailure passes on what Node says of %s", (name, text, code) => {
    const { file, fail } = failing(name, text);
    const failure = fail(errorWith({ code: "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX", stack: "" }));
    expect(failure).toMatchObject({ position: { file }, details: { code } });
    expect(failure.details.message).toBe("the platform module fails when it is imported: boo");
  });

  test.each(["floe.ts", "floe.mts", "floe.cts"])("importFailure says that this Node cannot import %s", (name) => {
    const { file, fail } = failing(name, "export default {};");
    const failure = fail(errorWith({ code: "ERR_UNKNOWN_FILE_EXTENSION" }));
    expect(failure.position).toEqual({ file });
    expect(failure.details).toMatchObject({ code: "file_type_unsupported", found: "a TypeScript module" });
    expect(failure.details.message).toBe(`this Node (${process.version}) cannot import TypeScript`);
  });

  test("importFailure does not blame the file for an extension that it imports", () => {
    const { fail } = failing("floe.mjs", "import './other.ts'; export default {};");
    expect(fail(errorWith({ code: "ERR_UNKNOWN_FILE_EXTENSION" })).details.code).toBe("file_unreadable");
  });

  test("importFailure places what was thrown in the file or below it", () => {
    const { file, fail } = failing("floe.mjs", "export default {};");
    const frames = (...places: string[]) => errorWith({ stack: ["Error: boo:1:1", ...places.map((one) => `    at ${one}`)].join("\n") });
    const url = `${pathToFileURL(file).href}?text=0`;
    expect(fail(frames("read (node:fs:1:2)", `${url}:4:9`, `${url}:8:1`)).position).toEqual({ file, line: 4, column: 9 });
    expect(fail(frames(`Object.<anonymous> (${file}:2:8)`)).position).toEqual({ file, line: 2, column: 8 });
    expect(fail(errorWith({ stack: `${url}:3\nimport { x } from "./y.mjs";` })).position).toEqual({ file, line: 3 });
    expect(fail(frames("read (node:fs:1:2)", `${pathToFileURL(file).href}x:4:9`)).position).toEqual({ file });
  });

  test("importFailure takes whatever a module throws", () => {
    const { file, fail } = failing("floe.mjs", "export default {};");
    expect(fail("no error at all")).toMatchObject({ position: { file }, details: { code: "file_unreadable" } });
    expect(fail(errorWith({ stack: undefined })).position).toEqual({ file });
  });
});
