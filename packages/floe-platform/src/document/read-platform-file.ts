import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { nearest, reasonOf } from "floe-core";
import type { ProblemDetails, ProblemList } from "../problems/problem-list.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { PlatformDocument } from "./platform-document.ts";

const MODULES = [".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"];

/** Reads a platform file, YAML, JSON or a module; undefined if it cannot be read, which is then reported. */
export async function readPlatformFile(file: string, problems: ProblemList): Promise<PlatformDocument | undefined> {
  const text = readText(file);
  if (typeof text !== "string") {
    problems.addAt({ file }, [], text);
    return undefined;
  }
  if (MODULES.includes(path.extname(file))) {
    // Most platform files are YAML: the parser of modules is loaded for those that are not.
    const { readModule } = await import("./read-module.ts");
    return readModule(file, text, problems);
  }
  const { document, syntaxProblems } = parseYaml(text, file);
  for (const { position, message, remedy } of syntaxProblems) {
    const expected = file.endsWith(".json") ? "valid JSON" : "valid YAML";
    problems.addAt(position, [], { code: "syntax_invalid", message, expected, found: "something else", remedy });
  }
  return syntaxProblems.length === 0 ? document : undefined;
}

function readText(file: string): string | ProblemDetails {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) return notFound(file);
    if (!found.isFile()) return notAFile(file);
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const reason = error instanceof TypeError ? "it is not UTF-8 text" : reasonOf(error);
    return {
      code: "file_unreadable",
      message: `the platform file cannot be read: ${reason}`,
      expected: "a file that can be read, UTF-8",
      found: path.basename(file),
      remedy: "Correct the file, or its permissions.",
    };
  }
}

function notFound(file: string): ProblemDetails {
  const near = nearest(path.basename(file), siblings(file));
  return {
    code: "file_not_found",
    message: "the platform file does not exist",
    expected: "a platform file",
    found: "nothing",
    nearest: near,
    remedy: near === undefined ? "Name the platform file, or go to the folder that holds floe.yaml." : undefined,
  };
}

function siblings(file: string): string[] {
  try {
    return readdirSync(path.dirname(file)).filter((name) => /\.(ya?ml|json|[cm]?[jt]s)$/.test(name));
  } catch {
    // The folder is missing as well: nothing is near.
    return [];
  }
}

function notAFile(file: string): ProblemDetails {
  return {
    code: "file_unreadable",
    message: "the platform file is not a file",
    expected: "a file",
    found: "a folder or something else",
    remedy: `Name the file inside of it: ${path.join(path.basename(file), "floe.yaml")}.`,
  };
}
