import { readFile } from "node:fs/promises";
import type { LineageEvent } from "floe-core";

/** The lineage events of a file, in order; none if there is no file. */
export async function lineageOf(file: string): Promise<readonly LineageEvent[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as LineageEvent);
}
