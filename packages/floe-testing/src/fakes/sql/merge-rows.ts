import { isDeepStrictEqual } from "node:util";
import type { MaterializeRequest, Row } from "floe-core";

/** What became of an incremental table. */
export interface MergedRows {
  readonly rows: readonly Row[];
  /** How many of them are new or others than before. */
  readonly changed: number;
}

/** Brings new rows into old ones: by key, else those above the highest watermark, else all. */
export function mergeRows(
  old: readonly Row[],
  added: readonly Row[],
  { uniqueKey = [], watermark }: Pick<MaterializeRequest, "uniqueKey" | "watermark">,
): MergedRows {
  if (uniqueKey.length > 0) {
    const keyOf = (row: Row): string => JSON.stringify(uniqueKey.map((column) => row[column]));
    const byKey = new Map(old.map((row) => [keyOf(row), row]));
    const changed = added.filter((row) => !isDeepStrictEqual(byKey.get(keyOf(row)), row));
    for (const row of changed) byKey.set(keyOf(row), row);
    return { rows: [...byKey.values()], changed: changed.length };
  }
  const highest = watermark === undefined ? Number.NEGATIVE_INFINITY : Math.max(...old.map((row) => Number(row[watermark])));
  const newer = watermark === undefined ? added : added.filter((row) => Number(row[watermark]) > highest);
  return { rows: [...old, ...newer], changed: newer.length };
}
