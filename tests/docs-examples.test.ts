import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { meets, readExpectations } from "./docs-examples/expectations.ts";
import { docstringLines, examplesIn, findExamples } from "./docs-examples/find-examples.ts";

const run = promisify(execFile);
const root = path.join(import.meta.dirname, "..");
// Inside this package, so that an example resolves floe's packages as a user's module does: by name, built.
const scratch = path.join(import.meta.dirname, ".tmp/docs-examples");

const examples = findExamples(root).map((example, index) => ({
  ...example,
  ...readExpectations(example.code),
  file: `example-${String(index).padStart(3, "0")}`,
}));

let complaints = "";

beforeAll(async () => {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  writeFileSync(path.join(scratch, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(path.join(scratch, "check-output.d.ts"), "declare function checkOutput(line: number, ...values: unknown[]): void;\n");
  writeFileSync(path.join(scratch, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  for (const { file, code } of examples) {
    writeFileSync(path.join(scratch, `${file}.ts`), `${code}\nexport {};\n`);
    writeApplication(path.join(scratch, file));
  }
  complaints = await compile();
});

/** As strict as a careful user's, and nothing of the workspace's own conditions. */
const compilerOptions = {
  target: "es2023",
  lib: ["es2023", "esnext.disposable"],
  module: "nodenext",
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  outDir: "built",
  rootDir: ".",
};

describe("documentation examples", () => {
  test("findExamples finds the examples of sources and pages", () => {
    expect(examples.map(({ place }) => place)).toContainEqual(expect.stringMatching(/^packages\/floe-core\/src\/.+\.ts:\d+$/));
    expect(examples.map(({ place }) => place)).toContainEqual(expect.stringMatching(/^README\.md:\d+$/));
  });

  test("every example type-checks against the built packages", () => {
    expect(complaints).toBe("");
  });

  const running = examples.filter(({ runs }) => runs).map((example) => [example.place, example] as const);

  test.concurrent.each(running)("the example at %s runs and prints what it says", async (_place, { file, expectations }) => {
    const { stdout } = await run(
      process.execPath,
      ["--import", path.join(import.meta.dirname, "docs-examples/prelude.mjs"), path.join(scratch, "built", `${file}.js`)],
      { cwd: path.join(scratch, file), timeout: 60_000, env: { ...process.env, NO_COLOR: "1" } },
    );
    const printed = readPrinted(stdout);
    const wrong = expectations
      .map(({ line, expected }) => ({ line, expected, printed: printed.get(line)?.join(", ") ?? "nothing" }))
      .filter((one) => !meets(one.expected, one.printed));
    expect(wrong).toEqual([]);
  });
});

describe("the runner of documentation examples", () => {
  test("docstringLines keeps what follows @example, without the stars", () => {
    const source = ["/**", " * Text.", " * @example", " * ```ts", " * f(/* x *\\/);", " * ```", " * @param a b", " */", "x;"].join("\n");
    expect(docstringLines(source).map((line) => line ?? "-")).toEqual(["-", "-", "@example", "```ts", "f(/* x */);", "```", "-", "-", "-"]);
  });

  test("examplesIn takes fences marked ts, and marks those that are only type-checked", () => {
    const page = ["```ts", "one();", "```", "```sh", "two", "```", "```ts no-run", "three();", "```"];
    expect(examplesIn("page.md", page)).toEqual([
      { place: "page.md:2", code: "one();", runs: true },
      { place: "page.md:8", code: "three();", runs: false },
    ]);
  });

  test("readExpectations keeps the line numbers and the values", () => {
    expect(readExpectations('// first\nif (a) console.log(a, "b)"); // 1 b)\nconsole.log(c);')).toEqual({
      code: '// first\nif (a) checkOutput(2, a, "b)");\nconsole.log(c);',
      expectations: [{ line: 2, expected: "1 b)" }],
    });
  });

  test.each([
    ["{ a: 1 }", "{\n  a: 1\n}", true],
    ["took … ms", "took 12.5 ms", true],
    ["a.c", "abc", false],
    ["true", "true, false", false],
  ])("meets(%j, %j) is %j", (expected, printed, answer) => {
    expect(meets(expected, printed)).toBe(answer);
  });
});

/** What an example finds in its working directory: a small application with a product and the plugins it names. */
function writeApplication(folder: string): void {
  const dependencies = { "floe-duckdb-compute": "*", "floe-local-orchestrator": "*" };
  const product = "name: example\nplugins: { compute: duckdb, orchestrator: local }\ntransforms: ./models\n";
  mkdirSync(path.join(folder, "models"), { recursive: true });
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name: "example", private: true, dependencies }));
  writeFileSync(path.join(folder, "floe.yaml"), product);
  writeFileSync(path.join(folder, "models/answers.sql"), "SELECT 42 AS answer\n");
}

/** The compiler's complaints, each with the place in the page or source it comes from. */
async function compile(): Promise<string> {
  try {
    await run(process.execPath, [path.join(root, "node_modules/typescript-7/bin/tsc"), "-p", scratch, "--pretty", "false"]);
    return "";
  } catch (error) {
    if (typeof error !== "object" || error === null || !("stdout" in error) || typeof error.stdout !== "string") throw error;
    return error.stdout.replaceAll(/^.*?(example-\d+)\.ts\((\d+),/gm, (_, file: string, line: string) => {
      const place = examples.find((example) => example.file === file)?.place ?? file;
      const begin = Number(/:(\d+)$/.exec(place)?.[1] ?? 1);
      return `${place.replace(/:\d+$/, "")}(${begin + Number(line) - 1},`;
    });
  }
}

/** What each line of an example printed, in order. Other output is the example's own affair. */
function readPrinted(stdout: string): Map<number, string[]> {
  const printed = new Map<number, string[]>();
  for (const text of stdout.split("\n").filter((line) => line.startsWith('{"line":'))) {
    const record: unknown = JSON.parse(text);
    if (typeof record !== "object" || record === null || !("line" in record) || !("printed" in record)) continue;
    const { line, printed: output } = record;
    if (typeof line !== "number" || typeof output !== "string") continue;
    printed.set(line, [...(printed.get(line) ?? []), output]);
  }
  return printed;
}
