/** The CTE names that can be seen from one place of a statement: a chain, innermost first. */
export interface CteScope {
  readonly name: string;
  readonly outer: CteScope | undefined;
}

/** DuckDB compares names without regard to case. */
const lower = (name: string): string => name.toLowerCase();

/** `scope` with one more name. */
export function withCte(scope: CteScope | undefined, name: string): CteScope {
  return { name: lower(name), outer: scope };
}

/** Whether `name` means a CTE here. */
export function isCte(scope: CteScope | undefined, name: string): boolean {
  for (let one = scope; one !== undefined; one = one.outer) if (one.name === lower(name)) return true;
  return false;
}
