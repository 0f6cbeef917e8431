import type { CompiledArtifacts } from "floe-core";
import type { JsonDocument } from "./json-document.ts";

/** What `floe compile --json` prints. */
export interface CompileDocument extends JsonDocument {
  readonly command: "compile";
  readonly artifacts: CompiledArtifacts;
  /** With `--output`: where the artifacts were written, absolute. */
  readonly file?: string;
  /** With `--entry-point`: the entry file of the orchestrator's engine, absolute. */
  readonly entryPoint?: string;
}

/** Where what was compiled was written. */
export interface CompiledFiles {
  readonly file: string | undefined;
  readonly entryPoint: string | undefined;
}

/** The document for compiled artifacts. */
export function compileDocument(artifacts: CompiledArtifacts, { file, entryPoint }: CompiledFiles): CompileDocument {
  const files = { ...(file === undefined ? {} : { file }), ...(entryPoint === undefined ? {} : { entryPoint }) };
  return { version: "1.0", command: "compile", ok: true, artifacts, ...files };
}
