import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A TypeScript example somebody may copy: from a docstring's `@example` or from a page. */
export interface Example {
  /** Where it stands, relative to the repository: `"README.md:12"`, the line its code begins on. */
  readonly place: string;
  readonly code: string;
  /** False for a fence marked `ts no-run`: it is type-checked alone, since it needs something no test has. */
  readonly runs: boolean;
}

/** Every example in the sources of packages and plugins, in their readmes, and in the pages of the repository. */
export function findExamples(root: string): Example[] {
  const packages = ["packages", "plugins"].flatMap((parent) =>
    listFolder(path.join(root, parent)).map((name) => `${parent}/${name}`),
  );
  const sources = packages.flatMap((folder) => filesBelow(root, `${folder}/src`, ".ts"));
  const pages = [
    ...["README.md", "CONTRIBUTING.md", ...packages.map((folder) => `${folder}/README.md`)],
    ...filesBelow(root, "docs", ".md"),
  ].filter((file) => existsSync(path.join(root, file)));
  return [
    ...sources.flatMap((file) => examplesIn(file, docstringLines(read(root, file)))),
    ...pages.flatMap((file) => examplesIn(file, read(root, file).split("\n"))),
  ];
}

/** The fenced `ts` blocks of a text, given line by line; a line that is undefined belongs to no text. */
export function examplesIn(file: string, lines: readonly (string | undefined)[]): Example[] {
  const examples: Example[] = [];
  let open: { readonly begin: number; readonly runs: boolean; readonly code: string[] } | undefined;
  for (const [index, line] of lines.entries()) {
    const fence = /^\s*```(.*)$/.exec(line ?? "")?.[1]?.trim();
    if (open === undefined) {
      if (fence === "ts" || fence === "ts no-run") open = { begin: index + 2, runs: fence === "ts", code: [] };
    } else if (fence === "") {
      examples.push({ place: `${file}:${open.begin}`, code: open.code.join("\n"), runs: open.runs });
      open = undefined;
    } else {
      open.code.push(line ?? "");
    }
  }
  return examples;
}

/** The lines of a source that follow an `@example` in a docstring, without the stars; undefined for all others. */
export function docstringLines(text: string): (string | undefined)[] {
  let inExample = false;
  return text.split("\n").map((line) => {
    const comment = /^\s*\*(?!\/) ?(.*)$/.exec(line)?.[1];
    if (comment === undefined) inExample = false;
    else if (/^@\w/.test(comment)) inExample = comment.startsWith("@example");
    return inExample ? comment?.replaceAll("*\\/", "*/") : undefined;
  });
}

function filesBelow(root: string, folder: string, extension: string): string[] {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(extension))
    .map((file) => `${folder}/${file.replaceAll(path.sep, "/")}`)
    .sort();
}

function listFolder(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function read(root: string, file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}
