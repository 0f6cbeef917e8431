import { readFileSync } from "node:fs";
import path from "node:path";
import { reasonOf } from "floe-core";
import type { PlatformDocument } from "../document/platform-document.ts";
import type { ProblemList } from "../problems/problem-list.ts";

/**
 * Reads a file of compiled artifacts as a document; undefined if that cannot be done, which is then reported. No
 * person writes such a file, so every place in it is the file as a whole.
 */
export function readArtifactsFile(file: string, problems: ProblemList): PlatformDocument | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return { file, value, locate: () => ({ file }) };
  } catch (error) {
    const isText = error instanceof SyntaxError;
    problems.addAt({ file }, [], {
      code: isText ? "artifacts_invalid" : "file_unreadable",
      // What Node says of text that is no JSON repeats the text, line breaks included.
      message: isText ? "the file holds no JSON" : `the compiled artifacts cannot be read: ${unreadable(error)}`,
      expected: "the JSON that floe compile prints",
      found: isText ? "something else" : path.basename(file),
      remedy: "Make them anew: floe compile --output <file>.",
    });
    return undefined;
  }
}

function unreadable(error: unknown): string {
  const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
  return isMissing ? "there is no such file" : reasonOf(error);
}
