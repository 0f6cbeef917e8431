/** What `--select` was given. */
export interface GivenSelection {
  /** Undefined if there was none: everything is meant. */
  readonly select: readonly string[] | undefined;
  /** A platform file that was taken for a selection: `floe run --select daily floe.yaml`. */
  readonly file: string | undefined;
}

/** Commas separate selections, as spaces do. Nothing that can be selected looks like the path of a file. */
export function readSelection(values: readonly string[] | undefined): GivenSelection {
  if (values === undefined) return { select: undefined, file: undefined };
  const last = values.at(-1);
  const file = last !== undefined && isPath(last) ? last : undefined;
  const selectors = file === undefined ? values : values.slice(0, -1);
  const select = selectors.flatMap((value) => value.split(",")).map((selector) => selector.trim());
  return { select: select.length === 0 ? undefined : select, file };
}

/** A tag may hold a dot or a slash; a name may not. */
function isPath(value: string): boolean {
  return !value.includes("tag:") && /[./\\]/.test(value);
}
