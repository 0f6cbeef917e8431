import type { PluginType, StaticPluginClass } from "floe-core";
import { fakeClass, type FakeOptionsOf } from "../../../fakes/fake-plugin.ts";
import { brokenEntry, type BrokenEntryParts } from "../../broken-entry.ts";
import type { BrokenPlugin } from "../../broken-plugin.ts";

/** What is particular about a plugin in which only its type's contract sees something wrong. */
export type BrokenTypeParts = Omit<BrokenEntryParts, "type" | "class" | "expected">;

/** Makes broken plugins of a type: of a class, or of a fake's members and what stands in their places. */
export type MakeBroken<Type extends PluginType> = (
  parts: BrokenTypeParts,
  broken: FakeOptionsOf<Type> | StaticPluginClass,
) => BrokenPlugin;

/** How broken plugins of `type` are made: a registry finds nothing wrong with them. */
export function brokenOfType<Type extends PluginType>(type: Type): MakeBroken<Type> {
  return (parts, broken) => {
    const made = typeof broken === "function" ? broken : fakeClass(type, broken);
    return brokenEntry({ ...parts, type, expected: { step: "none" }, class: made });
  };
}
