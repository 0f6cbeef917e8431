import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/**
 * Imports a module anew whenever its text has changed: Node keeps what it imported under its URL, which
 * therefore holds a hash of the text. What the module imports itself is kept for the life of the process.
 *
 * @returns its exports; rejects with whatever importing it throws.
 */
export async function importModule(file: string, text: string): Promise<object> {
  const real = realpathSync(file);
  // CommonJS is kept under its path, whatever the URL is.
  Reflect.deleteProperty(createRequire(real).cache, real);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return (await import(`${pathToFileURL(real).href}?text=${hash}`)) as object;
}
