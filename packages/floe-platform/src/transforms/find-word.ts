/** The first place of `word` in SQL, comments left out, from 1; undefined if it is not there. */
export function findWord(sql: string, word: string): { readonly line: number; readonly column: number } | undefined {
  const blanked = sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
  const pattern = new RegExp(`(?<![\\w-])${word.replace(/[^\w]/g, "\\$&")}(?![\\w-])`, "i");
  const index = blanked.search(pattern);
  if (index < 0) return undefined;
  const before = blanked.slice(0, index).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
