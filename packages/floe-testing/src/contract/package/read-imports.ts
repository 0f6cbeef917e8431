import { existsSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { init, parse } from "es-module-lexer";

/** What the modules of a package import, as far as it can be read without running them. */
export interface ReadImports {
  /** Names of other packages, with the file that imports each. */
  readonly packages: ReadonlyMap<string, string>;
  /** Files of the package itself that are imported and not there, with the file that imports each. */
  readonly missing: ReadonlyMap<string, string>;
}

/**
 * Follows the imports of ES modules from these files on, whether they are at the top or in a function. What CommonJS
 * requires cannot be told without running it.
 */
export async function readImports(files: readonly string[]): Promise<ReadImports> {
  await init;
  const [packages, missing] = [new Map<string, string>(), new Map<string, string>()];
  const seen = new Set<string>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const specifier of specifiersOf(file)) {
      if (isBuiltin(specifier) || specifier.startsWith("#") || /^[a-z]+:/.test(specifier)) continue;
      if (!/^\.{0,2}\//.test(specifier)) {
        packages.set(packageOf(specifier), packages.get(packageOf(specifier)) ?? file);
        continue;
      }
      const target = fileURLToPath(new URL(specifier, pathToFileURL(file)));
      if (existsSync(target)) waiting.push(target);
      // Only in ES modules is a path what it says; `require` tries extensions.
      else missing.set(target, file);
    }
  }
  return { packages, missing };
}

/** The specifiers that are texts. What is no ES module, or no JavaScript at all, has none. */
function specifiersOf(file: string): readonly string[] {
  if (!/\.m?js$/.test(file)) return [];
  try {
    const [imports] = parse(readFileSync(file, "utf8"));
    return imports.flatMap(({ n }) => (n === undefined ? [] : [n]));
  } catch {
    // Whoever loads it says what is wrong with it.
    return [];
  }
}

/** `@scope/name/deep/file.js` is in the package `@scope/name`. */
function packageOf(specifier: string): string {
  return specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}
