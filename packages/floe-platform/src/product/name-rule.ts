import type { DocumentPath } from "../document/document-path.ts";
import type { ShapeReader } from "./shape-reader.ts";

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,127}$/;

/** What products, sources and transforms may be called. */
export const NAME_RULE = "a letter, then letters, digits, - and _, at most 128 in all";

/** Whether `name` may name a product, a source or a transform. */
export function isName(name: string): boolean {
  return NAME.test(name);
}

/** The name at `path`, which has to be there and keep to the rule. */
export function readName(reader: ShapeReader, path: DocumentPath): string | undefined {
  const name = reader.requiredText(path, `a name: ${NAME_RULE}`);
  if (name === undefined || isName(name)) return name;
  reader.report(path, {
    code: "name_invalid",
    message: `"${name}" is not a valid name`,
    expected: NAME_RULE,
    found: `"${name}"`,
  });
  return undefined;
}
