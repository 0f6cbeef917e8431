/** On the prototype of every abstract plugin class, whichever copy of floe-core it comes from. */
const BRAND: unique symbol = Symbol.for("floe.plugin");

/** What the brand says of the class that carries it. */
export interface PluginBrand {
  /** The class's entry-point group; the empty string on the common base. */
  readonly group: string;
}

/** Marks `prototype` as the abstract class of `group`. Called once, where the class is defined. */
export function brandPluginClass(prototype: object, group: string): void {
  Object.defineProperty(prototype, BRAND, { value: Object.freeze({ group }), configurable: true });
}

/** The brand that `value` inherits from its nearest abstract plugin class; undefined if it has none. */
export function readPluginBrand(value: unknown): PluginBrand | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const brand: unknown = (value as { readonly [BRAND]?: unknown })[BRAND];
  return typeof brand === "object" && brand !== null && "group" in brand && typeof brand.group === "string"
    ? { group: brand.group }
    : undefined;
}

/** The brand that `prototype` itself carries; undefined if it is no abstract class's, or not yet. */
export function findOwnBrand(prototype: object): PluginBrand | undefined {
  return Object.hasOwn(prototype, BRAND) ? readPluginBrand(prototype) : undefined;
}

/**
 * Whether `member` is implemented below the abstract classes: on the instance itself or on a class that
 * an author wrote. An inherited default does not count.
 */
export function isImplemented(plugin: object, member: string): boolean {
  for (let owner: object | null = plugin; owner !== null; owner = Reflect.getPrototypeOf(owner)) {
    if (Object.hasOwn(owner, member)) return !Object.hasOwn(owner, BRAND);
  }
  return false;
}
