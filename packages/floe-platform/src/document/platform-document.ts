import type { DocumentPath } from "./document-path.ts";
import type { SourcePosition } from "./source-position.ts";

/** Which part of an entry a position points at: its key, or its value. */
export type EntryPart = "key" | "value";

/** What a user wrote, as plain values, with the place of each. */
export interface PlatformDocument {
  /** Absolute; undefined for an object that code passed. */
  readonly file: string | undefined;
  readonly value: unknown;
  /** The place of the entry at `path`, or of the nearest entry around it that exists. */
  locate(path: DocumentPath, part?: EntryPart): SourcePosition;
}

/** A document that has no text: an object that code passed. */
export function objectDocument(value: unknown): PlatformDocument {
  return { file: undefined, value, locate: () => ({}) };
}
