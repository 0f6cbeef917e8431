import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { LineageEvent } from "floe-core";

/** A file that lineage is sent to, in a folder of its own that goes with it. */
export function lineageFile(): {
  readonly path: string;
  readonly folder: string;
  readonly events: () => readonly LineageEvent[];
  readonly [Symbol.dispose]: () => void;
} {
  const folder = mkdtempSync(path.join(tmpdir(), "floe-lineage-"));
  const file = path.join(folder, "lineage.jsonl");
  return {
    path: file,
    folder,
    events: () =>
      readFileSync(file, "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as LineageEvent),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
