import { mkdir } from "node:fs/promises";
import path from "node:path";
import { reasonOf, type CompiledArtifacts } from "floe-core";
import type { DagsterDocument } from "../definitions/dagster-document.ts";
import { CodeLocationError } from "../errors/code-location-error.ts";
import { codeLocationFiles } from "./code-location-files.ts";
import { OWNERSHIP } from "./ownership.ts";
import { placePyprojectBlock } from "./pyproject-block.ts";
import { readOwnFile } from "./read-own-file.ts";
import { replaceFile } from "./replace-file.ts";

/** A code location to be written. */
export interface CodeLocationRequest {
  readonly artifacts: CompiledArtifacts;
  readonly document: DagsterDocument;
  /** Made if need be. */
  readonly outputDir: string;
  /** Looked at until the first file is replaced: from then on the writing goes on to its end. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes the code location and resolves with the absolute path of its `definitions.py`. Each file is replaced as a
 * whole, one that is as it should be is left alone, and none is replaced that is not floe's.
 *
 * @throws CodeLocationError if something else is in the way, before anything is written; or if writing fails.
 * @throws The signal's reason if that is aborted before.
 */
export async function writeCodeLocation({ signal, ...request }: CodeLocationRequest): Promise<string> {
  signal?.throwIfAborted();
  const outputDir = path.resolve(request.outputDir);
  try {
    const changes = await planChanges(outputDir, codeLocationFiles(request));
    signal?.throwIfAborted();
    await mkdir(outputDir, { recursive: true });
    signal?.throwIfAborted();
    for (const [file, text] of changes) await replaceFile(file, text);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof CodeLocationError) throw error;
    const hint = "Name a folder that this process may write to.";
    throw new CodeLocationError({ verb: "write", file: outputDir, reason: reasonOf(error), hint, cause: error });
  }
  return path.join(outputDir, "definitions.py");
}

/** The files that have to change, with their texts, in the order in which they are written. */
async function planChanges(
  outputDir: string,
  files: Readonly<Record<string, string>>,
): Promise<readonly (readonly [file: string, text: string])[]> {
  const changes: (readonly [string, string])[] = [];
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(outputDir, name);
    const existing = await readOwnFile(file);
    const wanted = existing === undefined ? text : merged(name, file, existing, text);
    if (wanted !== existing) changes.push([file, wanted]);
  }
  return changes;
}

/** @throws CodeLocationError if the file is not floe's. */
function merged(name: string, file: string, existing: string, text: string): string {
  if (name === "pyproject.toml") {
    const answer = placePyprojectBlock(existing, text);
    if ("text" in answer) return answer.text;
    const hint = "Remove it, or choose another folder for the code location.";
    throw new CodeLocationError({ verb: "replace", file, reason: answer.reason, hint });
  }
  const isOurs = Object.entries(OWNERSHIP).some(([owned, isOurs]) => owned === name && isOurs(existing));
  if (isOurs) return text;
  const hint = "Move it away, or choose another folder for the code location.";
  throw new CodeLocationError({ verb: "replace", file, reason: "floe did not make it", hint });
}
