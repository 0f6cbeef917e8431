import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packPublicPackages, type Tarballs } from "../package-managers/pack.ts";
import { run } from "../package-managers/run.ts";
import { readTutorial, type Action } from "./read-tutorial.ts";

/*
 * docs/plugin-author.md, done as its reader would: in an empty folder, with npm, and with nothing of this workspace
 * but the packed packages in the place of published ones.
 */

interface Clauses {
  readonly clauses: readonly { readonly clause: string; readonly result: string }[];
}

interface Document {
  readonly report: Clauses & { readonly plugins: readonly Clauses[] };
}

const tutorial = readTutorial();
let folder = "";
let tarballs: Tarballs;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "floe-tutorial-"));
  tarballs = await packPublicPackages(folder);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Does what the page says, and answers with what the commands printed, by command. */
async function follow(actions: readonly Action[], cwd: string): Promise<ReadonlyMap<string, string>> {
  const printed = new Map<string, string>();
  for (const action of actions) {
    if ("file" in action) await write(path.join(cwd, action.file), action.text);
    else for (const command of action.commands) printed.set(command, await type(cwd, command));
  }
  return printed;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** What is not published yet comes from its tarball, and so does what that depends on. */
async function type(cwd: string, command: string): Promise<string> {
  const packed = `file:${Object.values(tarballs).filter((tarball) => /floe-(platform|lineage)-/.test(tarball)).join(" file:")}`;
  const typed = command.startsWith("npm install")
    ? `${command.replace(/\bfloe-(core|cli|testing)\b/g, (name) => `file:${tarballs[name] ?? name}`)} ${packed} --no-audit --no-fund`
    : command;
  return run(cwd, "sh", ["-c", typed]);
}

/** The clauses that `floe contract` finds broken. */
async function broken(cwd: string): Promise<readonly string[]> {
  const stdout = await run(cwd, "sh", ["-c", "npx floe contract --json || true"]);
  const { report } = JSON.parse(stdout) as Document;
  return [report, ...report.plugins].flatMap(({ clauses }) => clauses).filter(({ result }) => result === "broken").map(({ clause }) => clause);
}

async function edit(file: string, change: (text: string) => string): Promise<() => Promise<void>> {
  const before = await readFile(file, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`the edit of ${file} changes nothing`);
  await writeFile(file, after);
  return async () => writeFile(file, before);
}

describe("the tutorial for plugin authors", () => {
  test("readTutorial finds files and commands of both plugins", () => {
    const files = (actions: readonly Action[]): readonly string[] => actions.flatMap((action) => ("file" in action ? [action.file] : []));
    expect(files(tutorial.javascript)).toEqual(["package.json", "plugin.js", "folder-io.js", "contract.test.js", "plugin.test.js"]);
    expect(files(tutorial.typescript)).toEqual(["package.json", "tsconfig.json", "src/plugin.ts", "src/folder-io.ts"]);
  });

  test("leads to a JavaScript plugin that keeps the contract, and whose tests pass", async () => {
    const cwd = path.join(folder, "javascript");
    await mkdir(cwd);
    const printed = await follow(tutorial.javascript, cwd);
    expect(printed.get("npx floe contract")).toContain("floe.storage:folder");
    const tests = printed.get("node --test") ?? "";
    expect(Number(/^[#ℹ] pass (\d+)$/m.exec(tests)?.[1])).toBeGreaterThan(40);
    expect(tests).toMatch(/^[#ℹ] fail 0$/m);
  });

  test.each([
    ["a file left out of `files`", "package.json", (text: string) => text.replace(/,\s*"folder-io\.js"/, ""), /^(package|load)\//],
    ["a misspelt export", "package.json", (text: string) => text.replace("#FolderStorage", "#FolderStore"), /^load\/exports-the-class$/],
    [
      "a startup that prints",
      "plugin.js",
      (text: string) => text.replace("async startup() {", 'async startup() {\n    console.log("starting");'),
      /^hooks\/print-nothing$/,
    ],
    ["a list that forgets to sort", "folder-io.js", (text: string) => text.replace(".sort()", ".reverse()"), /^storage\//],
  ] as const)("shows mistakes by name: %s", async (_, file, change, clause) => {
    const cwd = path.join(folder, "javascript");
    const mend = await edit(path.join(cwd, file), change);
    const clauses = await broken(cwd);
    await mend();
    expect(clauses.length).toBeGreaterThan(0);
    for (const one of clauses) expect(one).toMatch(clause);
  });

  test("leads to a TypeScript plugin that keeps the contract, and not before it is built", async () => {
    const cwd = path.join(folder, "typescript");
    await mkdir(cwd);
    const printed = await follow(tutorial.typescript, cwd);
    expect(printed.get("npx floe contract")).toContain("floe.storage:folder-ts");
    await rm(path.join(cwd, "dist"), { recursive: true });
    expect(await broken(cwd)).not.toEqual([]);
  });
});
