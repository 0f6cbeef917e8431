import type { CompiledArtifacts } from "floe-core";
import type { JsonDocument } from "./json-document.ts";

/** What `floe compile --json` prints. */
export interface CompileDocument extends JsonDocument {
  readonly command: "compile";
  readonly artifacts: CompiledArtifacts;
  /** With `--output`: where the artifacts were written, absolute. */
  readonly file?: string;
}

/** The document for compiled artifacts. */
export function compileDocument(artifacts: CompiledArtifacts, file: string | undefined): CompileDocument {
  return { version: "1.0", command: "compile", ok: true, artifacts, ...(file === undefined ? {} : { file }) };
}
