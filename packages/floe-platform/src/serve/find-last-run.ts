import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";

/** How many records are looked into at most; those of other products and of single transforms may lie before the right one. */
const MAX_RECORDS = 100;

/**
 * When the last run of the whole product began, by the records in `<root>/.floe/runs`; undefined if no record
 * tells. A record that is broken is passed over.
 */
export async function findLastRun(root: string, product: string): Promise<Date | undefined> {
  const folder = path.join(root, ".floe", "runs");
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(names.filter((name) => name.endsWith(".jsonl")).map((name) => aged(path.join(folder, name))));
  const newest = files.sort((a, b) => b.changedAt - a.changedAt).slice(0, MAX_RECORDS);
  for (const { file } of newest) {
    const startedAt = await startOf(file, product);
    if (startedAt !== undefined) return startedAt;
  }
  return undefined;
}

async function aged(file: string): Promise<{ readonly file: string; readonly changedAt: number }> {
  const stats = await stat(file).catch(() => undefined);
  return { file, changedAt: stats?.mtimeMs ?? 0 };
}

/** The record's first two lines say what was run, and when. */
async function startOf(file: string, product: string): Promise<Date | undefined> {
  try {
    const [head, start] = (await readFile(file, "utf8")).split("\n", 2).map((line) => JSON.parse(line) as Record<string, unknown>);
    if (head?.["product"] !== product || head["select"] !== undefined || start?.["type"] !== "run-started") return undefined;
    const startedAt = new Date(String(start["at"]));
    return Number.isNaN(startedAt.getTime()) ? undefined : startedAt;
  } catch {
    // Half a line, or nothing that can be read: it does not tell.
    return undefined;
  }
}
