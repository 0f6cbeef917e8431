import type { Document } from "yaml";

/** Something wrong with the text itself. */
export interface SyntaxProblem {
  /** From 0, in the text. */
  readonly offset: number;
  /** One clause, without full stop. */
  readonly message: string;
  readonly remedy: string;
}

/**
 * What is wrong with the text: keys given twice, unknown tags, and the first other error. Errors after that
 * one are left out: they come from reading on in a text that is already out of step.
 */
export function firstSyntaxErrors(parsed: Document.Parsed, text: string): SyntaxProblem[] {
  // How far reading came before the stack was full is another place each time, and so is what was wrong there.
  if (parsed.errors.some(({ code }) => code === "RESOURCE_EXHAUSTION")) return [TOO_DEEP];
  const problems: SyntaxProblem[] = [];
  for (const { code, message, pos } of [...parsed.errors, ...parsed.warnings].sort((a, b) => a.pos[0] - b.pos[0])) {
    const offset = pos[0];
    if (code === "DUPLICATE_KEY") {
      problems.push({ offset, message: "the key is given twice", remedy: "Keep one of the two." });
    } else if (code === "TAG_RESOLVE_FAILED") {
      problems.push({ offset, message: lowerFirst(message), remedy: "Remove the tag, or quote the value." });
    } else {
      problems.push(code === "MULTIPLE_DOCS" ? severalDocuments(offset) : { offset, ...explain(message, text, offset) });
      break;
    }
  }
  return problems;
}

const TOO_DEEP: SyntaxProblem = Object.freeze({
  offset: 0,
  message: "values are nested too deeply to be read",
  remedy: "Close what was left open, or nest less.",
});

function severalDocuments(offset: number): SyntaxProblem {
  return { offset, message: "the file holds several documents", remedy: 'Keep one: remove the "---" between them.' };
}

/** Inside `{ }` and `[ ]` YAML ends an unquoted value at the brace of `${`, which no one expects. */
function explain(message: string, text: string, offset: number): { message: string; remedy: string } {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset + 1);
  return line.includes("${")
    ? { message: "an unquoted ${...} inside { } or [ ]", remedy: 'Quote it: "${env:NAME}".' }
    : { message: lowerFirst(message), remedy: "Correct the text; indent with spaces and quote unusual values." };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
