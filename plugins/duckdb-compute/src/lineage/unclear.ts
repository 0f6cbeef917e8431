/**
 * What stops the reading of a statement whose lineage cannot be told for sure. It never leaves this folder: the
 * answer is null then.
 */
export class Unclear extends Error {
  override readonly name = "Unclear";
}
