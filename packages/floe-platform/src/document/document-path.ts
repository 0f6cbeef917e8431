/** Where a value is inside a document: keys and list indices, from the root. */
export type DocumentPath = readonly (string | number)[];

/** A path as people write it: `plugins.compute.config.threads`, `sources[0].path`; the root is the empty string. */
export function formatPath(path: DocumentPath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? part : `${text}.${part}`;
  }, "");
}

/** Whether `path` leads to `folder` or to something in it. */
export function isInside(path: DocumentPath, folder: DocumentPath): boolean {
  return folder.every((part, index) => part === path[index]);
}

/** What is at `path` in `value`; undefined if nothing is. Inherited members do not count. */
export function valueAt(value: unknown, path: DocumentPath): unknown {
  let current = value;
  for (const part of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, part)) return undefined;
    current = Reflect.get(current, part);
  }
  return current;
}

/** `value` with `replacement` at `path`, which has to be there; copies what lies on the path and nothing else. */
export function withValueAt(value: unknown, path: DocumentPath, replacement: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return replacement;
  const inner = withValueAt(valueAt(value, [step]), rest, replacement);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === step ? inner : item));
  return { ...(value as object), [step]: inner };
}

/**
 * The path that a plugin's configuration issue names: keys and indices joined by dots, read against the
 * configuration itself, because a key may hold a dot. What is not there any more is split at each dot.
 */
export function parseIssuePath(text: string, value: unknown): DocumentPath {
  const path: (string | number)[] = [];
  let rest = text;
  let current = value;
  while (rest !== "") {
    const part = longestKey(rest, current) ?? rest.split(".", 1)[0] ?? "";
    path.push(Array.isArray(current) && /^\d+$/.test(part) ? Number(part) : part);
    current = valueAt(current, [part]);
    rest = rest.slice(part.length + 1);
  }
  return path;
}

/** The longest key of `value` that `rest` begins with, up to a dot or the end. */
function longestKey(rest: string, value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.keys(value)
    .filter((key) => key !== "" && (rest === key || rest.startsWith(`${key}.`)))
    .reduce<string | undefined>((best, key) => (best === undefined || key.length > best.length ? key : best), undefined);
}
