import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { packageFolder } from "../package-folder.ts";

const FILE = fileURLToPath(new URL("python/definitions.py", packageFolder));

let text: string | undefined;

/** The text of `definitions.py`, which is the same for every product. Read once. */
export function definitionsText(): string {
  text ??= readFileSync(FILE, "utf8");
  return text;
}
