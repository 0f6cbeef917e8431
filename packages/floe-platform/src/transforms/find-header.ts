/** The header comment of a transform as YAML, and whatever else looks like one. */
export interface HeaderText {
  /** The header with everything around it blanked out: lines and columns are those of the file. Empty if there is none. */
  readonly yaml: string;
  /** Lines, from 1, that look like a header and are not read as one: further down, misspelt, or in another kind of comment. */
  readonly misplaced: readonly number[];
}

const COMMENT = /^\s*--/;
const OPENING = /^(\s*--\s*)floe:/;
/** What people write who mean a header: left without a word, their settings would be lost. */
const LOOKALIKE = /(?:--|\/\*).*?\bfloe\b\s*:?\s*\{/i;

/**
 * Finds the header: a comment `-- floe: ...` before the first line of SQL. It goes on through the comment
 * lines below it that are indented deeper than the word `floe`, or that begin with a closing bracket.
 */
export function findHeader(sql: string): HeaderText {
  const lines = sql.split(/\r\n|\n/);
  const firstSql = lines.findIndex((line) => line.trim() !== "" && !COMMENT.test(line));
  const start = lines.findIndex((line, index) => OPENING.test(line) && (firstSql < 0 || index < firstSql));
  const lookalikes = lines.flatMap((line, index) => (OPENING.test(line) || LOOKALIKE.test(line) ? [index] : []));
  if (start < 0) return { yaml: "", misplaced: lookalikes.map((index) => index + 1) };
  const indent = OPENING.exec(lines[start] ?? "")?.[1]?.length ?? 0;
  let end = start + 1;
  while (end < lines.length && isContinuation(lines[end] ?? "", indent)) end += 1;
  return {
    yaml: lines.map((line, index) => (index >= start && index < end ? withoutDashes(line) : "")).join("\n"),
    misplaced: lookalikes.filter((index) => index < start || index >= end).map((index) => index + 1),
  };
}

function isContinuation(line: string, indent: number): boolean {
  if (!COMMENT.test(line)) return false;
  const text = withoutDashes(line);
  const first = text.trimStart();
  return first !== "" && (text.length - first.length > indent || /^[}\]]/.test(first));
}

/** The comment's text in its own column. */
function withoutDashes(line: string): string {
  return line.replace("--", "  ");
}
