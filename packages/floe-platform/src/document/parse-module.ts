import path from "node:path";
import { parse, type Options, type Program } from "acorn";
import type { SyntaxProblem } from "./yaml-syntax.ts";

/** The syntax tree of a module, or what is wrong with its text. */
export type ParsedModule =
  | { readonly program: Program; readonly problem?: undefined }
  | { readonly program?: undefined; readonly problem: SyntaxProblem };

/**
 * The syntax tree of a JavaScript module, or what is wrong with its text. A TypeScript file is read as well as
 * long as it holds nothing but JavaScript. Never throws.
 */
export function parseModule(text: string, file: string): ParsedModule {
  const isCommonJs = /^\.c[jt]s$/.test(path.extname(file));
  const first = tryParse(text, isCommonJs ? "commonjs" : "module");
  if (first.program !== undefined || isCommonJs) return first;
  // A .js file may be either; if it is neither, the first answer is the better one.
  const second = tryParse(text, "commonjs");
  return second.program === undefined ? first : second;
}

function tryParse(text: string, sourceType: NonNullable<Options["sourceType"]>): ParsedModule {
  try {
    return { program: parse(text, { ecmaVersion: "latest", sourceType }) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Only where nesting exhausts the stack there is no position.
    const offset = "pos" in error && typeof error.pos === "number" ? error.pos : 0;
    const message = error.message.replace(/ \(\d+:\d+\)$/, "");
    const clause = message.charAt(0).toLowerCase() + message.slice(1);
    return { problem: { offset, message: clause, remedy: "Correct the module's syntax." } };
  }
}
