/** A place in a file. Without line and column the whole file is meant; without a file, an object that code passed. */
export interface SourcePosition {
  /** Absolute. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
}
