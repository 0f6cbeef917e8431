import type { JsonDocument } from "./json-document.ts";

/** What `floe completion --json` prints. */
export interface CompletionDocument extends JsonDocument {
  readonly command: "completion";
  readonly shell: "bash" | "zsh" | "fish";
  /** The text of the script, without a line feed at its end. */
  readonly script: string;
}

/** The document for a completion script. */
export function completionDocument(shell: CompletionDocument["shell"], script: string): CompletionDocument {
  return { version: "1.0", command: "completion", ok: true, shell, script };
}
