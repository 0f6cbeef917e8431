import { GROUP_PATTERN } from "../plugin-key.ts";
import { PluginType } from "../plugin-type.ts";
import { brandPluginClass, findOwnBrand, readPluginBrand } from "./plugin-brand.ts";
import type { PluginMetadata } from "./plugin-metadata.ts";

/** The eleven, and a key of the floe block that is no group. */
const RESERVED_GROUPS: readonly string[] = [...Object.values(PluginType), "floe.prefer"];

/** What kind of member a plugin type asks for. */
export type MemberKind = "function" | "boolean" | "string" | "number" | "object";

/** What the registry has to know of a plugin type at run time, when TypeScript's `abstract` is gone. */
export interface PluginTypeDefinition {
  /** The entry-point group, `floe.` and one lower-case word. */
  readonly group: string;
  /** Members a plugin must implement itself, with their kind. */
  readonly required: Readonly<Record<string, MemberKind>>;
  /** Members a plugin may implement, with their kind. Default: none. */
  readonly optional?: Readonly<Record<string, MemberKind>>;
}

/**
 * Defines a plugin type of the platform's own, for the registry's `types` option. The abstract class
 * extends `PluginMetadata`; merge its type into `PluginTypes` so that `get` knows it.
 *
 * @throws TypeError if the group is not well formed or is one of the eleven, or if the class does not extend
 *   `PluginMetadata` or is that of another type.
 * @example
 * ```ts
 * import { definePluginType, PluginMetadata, PluginRegistry } from "floe-core";
 *
 * abstract class WidgetPlugin extends PluginMetadata {
 *   abstract render(): string;
 * }
 * declare module "floe-core" {
 *   interface PluginTypes {
 *     "floe.widgets": WidgetPlugin;
 *   }
 * }
 * const widgets = definePluginType({ group: "floe.widgets", base: WidgetPlugin, required: { render: "function" } });
 * const registry = new PluginRegistry({ types: [widgets] });
 * console.log(registry.listAll()["floe.widgets"]); // []
 * ```
 */
export function definePluginType(
  definition: PluginTypeDefinition & { readonly base: abstract new () => PluginMetadata },
): PluginTypeDefinition {
  const { base, group, required, optional = {} } = definition;
  if (!GROUP_PATTERN.test(group)) {
    throw new TypeError(`Cannot define a plugin type: group "${group}" is not "floe." and one lower-case word`);
  }
  if (RESERVED_GROUPS.includes(group)) {
    throw new TypeError(`Cannot define a plugin type: group "${group}" is one of floe's own`);
  }
  const prototype = base.prototype as object;
  if (readPluginBrand(prototype) === undefined) {
    throw new TypeError(`Cannot define plugin type "${group}": its class ${base.name} does not extend PluginMetadata`);
  }
  if ((findOwnBrand(prototype)?.group ?? group) !== group) {
    throw new TypeError(`Cannot define plugin type "${group}": ${base.name} is the class of another type; extend it`);
  }
  brandPluginClass(prototype, group);
  return Object.freeze({ group, required: Object.freeze({ ...required }), optional: Object.freeze({ ...optional }) });
}
