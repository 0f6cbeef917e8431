import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { nearest } from "floe-core";
import type { ProblemDetails, ProblemList } from "../problems/problem-list.ts";
import { reasonOf } from "../problems/reason-of.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { PlatformDocument } from "./platform-document.ts";

const MODULES = [".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"];

/** Reads a platform file, YAML or JSON; undefined if it cannot be read, which is then reported. */
export function readPlatformFile(file: string, problems: ProblemList): PlatformDocument | undefined {
  const text = readText(file);
  if (typeof text !== "string") {
    problems.addAt({ file }, [], text);
    return undefined;
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
    if (MODULES.includes(path.extname(file))) return UNSUPPORTED;
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
    return readdirSync(path.dirname(file)).filter((name) => /\.(ya?ml|json)$/.test(name));
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

const UNSUPPORTED: ProblemDetails = {
  code: "file_type_unsupported",
  message: "platform files that are modules cannot be read from the command line yet",
  expected: "a .yaml, .yml or .json file",
  found: "a module",
  remedy: "Write it as YAML, or import it and pass its object to loadPlatform.",
};
