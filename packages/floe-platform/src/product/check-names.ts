import type { TransformDraft } from "../transforms/collect-transforms.ts";
import type { SourceEntry } from "./read-sources.ts";
import type { ShapeReader } from "./shape-reader.ts";

/**
 * Reports sources and transforms that share a name. They are tables to SQL, which does not tell upper from
 * lower case, so neither is done here.
 */
export function checkNames(
  reader: ShapeReader,
  sources: readonly SourceEntry[],
  transforms: readonly TransformDraft[],
): void {
  const taken = new Map<string, string>();
  const firstOwner = (name: string, owner: string): string | undefined => {
    const first = taken.get(name.toLowerCase());
    if (first === undefined) taken.set(name.toLowerCase(), owner);
    return first;
  };
  for (const { name, at } of sources) {
    const first = firstOwner(name, `the source ${name}`);
    if (first !== undefined) reader.report([...at, "name"], repeated(name, "source", first));
  }
  for (const { name, text } of transforms) {
    const first = firstOwner(name, `the transform ${name}${text.file === undefined ? "" : ` (${text.file})`}`);
    if (first !== undefined) reader.problems.addAt(text.locate(), text.path, repeated(name, "transform", first));
  }
}

function repeated(name: string, kind: "source" | "transform", first: string) {
  return {
    code: "name_repeated",
    message: `the ${kind} ${name} has the name of ${first}`,
    expected: "names that differ in more than upper and lower case",
    found: name,
    remedy: "Rename one of the two.",
  } as const;
}
