/** A place in a text, both from 1; columns count characters. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * How DuckDB points into a statement: its grammar counts characters, everything behind it bytes of UTF-8.
 * Both from 0.
 */
export interface TextOffset {
  readonly offset: number;
  readonly unit: "bytes" | "characters";
}

/** The place in `text` that DuckDB points at. Past the end means the end. */
export function textPosition(text: string, { offset, unit }: TextOffset): TextPosition {
  const count = Math.max(0, offset);
  const before =
    unit === "bytes"
      ? Buffer.from(text, "utf8").subarray(0, count).toString("utf8")
      : Array.from(text).slice(0, count).join("");
  const lines = before.split("\n");
  return { line: lines.length, column: Array.from(lines.at(-1) ?? "").length + 1 };
}

/** How much of a statement `prefix` takes up, to be subtracted from an offset. */
export function textLength(prefix: string, unit: TextOffset["unit"]): number {
  return unit === "bytes" ? Buffer.byteLength(prefix) : Array.from(prefix).length;
}
