import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** It lies outside of `src` and `dist`, as deep below one as below the other. */
const FILE = fileURLToPath(new URL("../../python/definitions.py", import.meta.url));

let text: string | undefined;

/** The text of `definitions.py`, which is the same for every product. Read once. */
export function definitionsText(): string {
  text ??= readFileSync(FILE, "utf8");
  return text;
}
