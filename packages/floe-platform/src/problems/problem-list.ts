import { formatPath, type DocumentPath } from "../document/document-path.ts";
import type { EntryPart, PlatformDocument } from "../document/platform-document.ts";
import type { SourcePosition } from "../document/source-position.ts";
import type { PlatformProblem, ProblemCode } from "./platform-problem.ts";

/** A problem before it has a place. */
export interface ProblemDetails {
  readonly code: ProblemCode;
  readonly message: string;
  readonly expected: string;
  readonly found: string;
  readonly nearest?: string | undefined;
  /** Default: `Did you mean "<nearest>"?`, or else `Write <expected>.` */
  readonly remedy?: string | undefined;
}

/** Collects everything that is wrong, so that all of it can be told at once. */
export class ProblemList {
  readonly #problems: PlatformProblem[] = [];
  readonly #muted = new Set<string>();

  get isEmpty(): boolean {
    return this.#problems.length === 0;
  }

  /** Adds a problem with the entry at `path` of `document`, unless that entry is muted. */
  add(document: PlatformDocument, path: DocumentPath, details: ProblemDetails, part: EntryPart = "value"): void {
    if (this.isMuted(document, path)) return;
    this.addAt(document.locate(path, part), path, details);
  }

  /** Adds a problem whose place is known. */
  addAt(position: SourcePosition, path: DocumentPath, { nearest, remedy, ...details }: ProblemDetails): void {
    this.#problems.push({
      ...position,
      path: formatPath(path),
      ...details,
      ...(nearest === undefined ? {} : { nearest }),
      remedy: remedy ?? (nearest === undefined ? `Write ${details.expected}.` : `Did you mean "${nearest}"?`),
    });
  }

  /** From now on ignores problems with this entry: its value could not be found out, so judging it would mislead. */
  mute(document: PlatformDocument, path: DocumentPath): void {
    this.#muted.add(placeKey(document, path));
  }

  isMuted(document: PlatformDocument, path: DocumentPath): boolean {
    return this.#muted.has(placeKey(document, path));
  }

  /** Everything, sorted by file (`first` before all others), line and column. */
  sorted(first: string | undefined): readonly PlatformProblem[] {
    return [...this.#problems].sort(
      (a, b) =>
        Number(b.file === first) - Number(a.file === first) ||
        compare(a.file ?? "", b.file ?? "") ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0),
    );
  }
}

function placeKey(document: PlatformDocument, path: DocumentPath): string {
  return JSON.stringify([document.file ?? "", ...path]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
