/** How tables are looked for, so that it goes wrong in one way. */
export interface ReadTablesOptions {
  /** Whether the names of CTEs count. Default: not. */
  readonly ctes?: "left out" | "tables";
  /** How a statement that is none is refused. Default: with line and column. */
  readonly refusal?: "with its place" | "without a place" | "none";
}

/** The tables of a statement, as far as words tell: a parser would be too much for a plugin that is to be broken. */
export function readTables(sql: string, { ctes = "left out", refusal = "with its place" }: ReadTablesOptions = {}): readonly string[] {
  const bad = /where\s+(?=where\b)/i.exec(sql);
  if (bad !== null && refusal !== "none") {
    const before = sql.slice(0, bad.index + bad[0].length).split("\n");
    const place = refusal === "without a place" ? {} : { line: before.length, column: (before.at(-1) ?? "").length + 1 };
    throw Object.assign(new Error("Cannot parse the statement: there are two WHERE"), { code: "FAKE_SQL", ...place });
  }
  const own = new Set(ctes === "tables" ? [] : [...sql.matchAll(/\b(\w+)\s+AS\s+\(/gi)].map(([, name]) => name));
  const named = [...sql.matchAll(/\b(?:FROM|JOIN)\s+(\w+)/gi)].flatMap(([, name]) => name ?? []);
  return [...new Set(named)].filter((name) => !own.has(name));
}
