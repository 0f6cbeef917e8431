import { realpathSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { getLineInfo } from "acorn";
import { reasonOf } from "floe-core";
import type { ProblemDetails } from "../problems/problem-list.ts";
import { parseModule } from "./parse-module.ts";
import type { SourcePosition } from "./source-position.ts";

/** Why a module could not be imported, and where in it. */
export interface ImportFailure {
  readonly position: SourcePosition;
  readonly details: ProblemDetails;
}

/** Explains what importing `file` threw. */
export function importFailure(file: string, text: string, error: unknown): ImportFailure {
  const isTypeScript = /^\.[cm]?ts$/.test(path.extname(file));
  if (isTypeScript && codeOf(error) === "ERR_UNKNOWN_FILE_EXTENSION") return { position: { file }, details: UNSUPPORTED };
  // The parser knows no types, so what it says of TypeScript means nothing.
  const problem = isTypeScript ? undefined : parseModule(text, file).problem;
  if (problem !== undefined) {
    const { offset, message, remedy } = problem;
    const { line, column } = getLineInfo(text, offset);
    return {
      position: { file, line, column: column + 1 },
      details: { code: "syntax_invalid", message, expected: "valid JavaScript", found: "something else", remedy },
    };
  }
  return {
    position: { file, ...placeIn(file, error) },
    details: {
      code: "file_unreadable",
      message: `the platform module fails when it is imported: ${reasonOf(error)}`,
      expected: "a module that can be imported",
      found: "one that throws",
      remedy: "Correct the module, or what it imports.",
    },
  };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** Where in the file it was thrown, or called what threw, by the error's stack; of imports Node tells the line only. */
function placeIn(file: string, error: unknown): SourcePosition {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const real = realpathSync(file);
  for (const frame of stack.split("\n")) {
    const [, line, column] = /:(\d+)(?::(\d+))?\)?$/.exec(frame) ?? [];
    const isHere = frame.includes(`${pathToFileURL(real).href}?`) || frame.includes(`${real}:`) || frame.includes(`${real}?`);
    if (isHere && line !== undefined) return { line: Number(line), ...(column === undefined ? {} : { column: Number(column) }) };
  }
  return {};
}

const UNSUPPORTED: ProblemDetails = {
  code: "file_type_unsupported",
  message: `this Node (${process.version}) cannot import TypeScript`,
  expected: "a .yaml, .yml, .json, .js or .mjs file, or a Node that imports TypeScript",
  found: "a TypeScript module",
  remedy: "Use Node 22.18 or newer, or write the file as .mjs.",
};
