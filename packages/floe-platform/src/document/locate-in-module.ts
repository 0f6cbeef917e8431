import { getLineInfo } from "acorn";
import type { DocumentPath } from "./document-path.ts";
import { ModuleLiterals } from "./module-literals.ts";
import { parseModule } from "./parse-module.ts";
import type { EntryPart, PlatformDocument } from "./platform-document.ts";

/**
 * Finds the places of entries in a module's text: those of literals exactly, for anything else the nearest
 * expression around it. A text that cannot be parsed, TypeScript with types for one, has no lines: its places
 * are the file alone.
 */
export function locateInModule(text: string, file: string): PlatformDocument["locate"] {
  const { program } = parseModule(text, file);
  const literals = program && new ModuleLiterals(program);
  return (path, part = "value") => {
    const offset = literals && offsetOf(literals, path, part);
    if (offset === undefined) return { file };
    const { line, column } = getLineInfo(text, offset);
    return { file, line, column: column + 1 };
  };
}

/** As in YAML: an entry on the way, and one whose own entry is missing, is where its key is. */
function offsetOf(literals: ModuleLiterals, path: DocumentPath, part: EntryPart): number | undefined {
  if (literals.root === undefined) return undefined;
  let value = literals.root;
  let offset = literals.startOf(value);
  for (const [depth, step] of path.entries()) {
    const entry = literals.find(value, step);
    if (entry === undefined) return offset;
    value = entry.value;
    const isMeant = depth === path.length - 1 && part === "value";
    offset = isMeant ? value.start : (entry.keyStart ?? value.start);
  }
  return offset;
}
