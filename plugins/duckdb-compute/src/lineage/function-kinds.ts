import type { FunctionKind } from "./scope.ts";

/** A function as DuckDB lists it; one name may stand for several. */
export interface ListedFunction {
  readonly name: string;
  /** DuckDB's own word: scalar, aggregate, macro, table_macro and others. */
  readonly type: string;
  /** Whether it came with DuckDB. */
  readonly internal: boolean;
  /** The expression that a macro stands for. */
  readonly definition: string | null;
}

/**
 * Says of a function, in any case, what it does; undefined if it is not among `functions`, was made by a user (it
 * can read tables of its own), or has several kinds.
 */
export function functionKinds(functions: readonly ListedFunction[]): (name: string) => FunctionKind | undefined {
  const byName = new Map<string, ListedFunction[]>();
  for (const one of functions) {
    const name = one.name.toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }

  const kindOf = (name: string, within: readonly string[]): FunctionKind | undefined => {
    const found = byName.get(name) ?? [];
    if (found.some(({ internal }) => !internal)) return undefined;
    const kinds = new Set(found.map((one) => kindOfOne(one, [...within, name])));
    const [kind] = kinds;
    return kinds.size === 1 ? kind : undefined;
  };

  const kindOfOne = ({ type, definition }: ListedFunction, within: readonly string[]): FunctionKind | undefined => {
    if (type === "scalar" || type === "aggregate") return type;
    if (type !== "macro" || definition === null || /\b(?:SELECT|unnest)\b/i.test(definition)) return undefined;
    const called = [...definition.matchAll(/(\w+)"?\(/g)].map(([, name = ""]) => name.toLowerCase());
    // A macro may call the function whose name it has.
    return called.some((name) => !within.includes(name) && kindOf(name, within) === "aggregate") ? "aggregate" : "scalar";
  };

  return (name) => kindOf(name.toLowerCase(), []);
}
