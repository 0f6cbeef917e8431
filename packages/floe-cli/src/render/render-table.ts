import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import type { ColorTheme } from "../output/color-theme.ts";
import { escapeControls } from "../output/escape-controls.ts";

/** One column of a table. */
export interface TableColumn {
  readonly title: string;
  /** Default: left. */
  readonly align?: "left" | "right";
}

const GAP = "  ";
/** Narrower than this, a column of words is hard to read. */
const NARROWEST = 12;

/**
 * Rows in aligned columns under bold titles, without lines around them. Where they are wider than the theme's
 * lines, the texts of the last column are wrapped inside it, unless it is aligned to the right.
 */
export function renderTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  theme: ColorTheme,
): string {
  const titles = columns.map(({ title }) => (title === "" ? "" : theme.bold(title)));
  const cells = [titles, ...rows].map((row) => columns.map((_, index) => linesOf(row[index] ?? "")));
  const widths = columns.map((_, index) => widest(cells.flatMap((row) => row[index] ?? [])));
  const last = columns.length - 1;
  const room = roomForLast(widths, theme.columns);
  if (columns[last]?.align !== "right" && room < (widths[last] ?? 0)) {
    for (const row of cells) row[last] = row[last]?.flatMap((line) => wrapAnsi(line, room, { hard: true }).split("\n")) ?? [];
  }
  return cells.flatMap((row) => renderRow(row, columns, widths)).join("\n");
}

function linesOf(cell: string): string[] {
  return escapeControls(cell).replaceAll("\t", " ").split("\n");
}

function roomForLast(widths: readonly number[], columns: number | undefined): number {
  const taken = widths.slice(0, -1).reduce((sum, width) => sum + width + GAP.length, 0);
  return columns === undefined ? Infinity : Math.max(NARROWEST, columns - taken);
}

/** The lines of one row: as many as its tallest cell has. */
function renderRow(row: readonly (readonly string[])[], columns: readonly TableColumn[], widths: readonly number[]): string[] {
  const height = row.reduce((most, lines) => Math.max(most, lines.length), 0);
  return Array.from({ length: height }, (_, line) => {
    const parts = columns.map(({ align }, index) => {
      const text = row[index]?.[line] ?? "";
      const padding = " ".repeat(Math.max(0, (widths[index] ?? 0) - stringWidth(text)));
      return align === "right" ? `${padding}${text}` : `${text}${padding}`;
    });
    return parts.join(GAP).trimEnd();
  });
}

function widest(lines: readonly string[]): number {
  return lines.reduce((most, line) => Math.max(most, stringWidth(line)), 0);
}
