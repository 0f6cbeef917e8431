import { PluginError } from "../errors/plugin-error.ts";

/** A selected name that is no transform of the product. */
export interface UnknownTransform {
  readonly name: string;
  /** The transform most like it, if one is near. */
  readonly nearest?: string | undefined;
}

/** A selection names transforms that the product does not have. */
export class UnknownSelectionError extends PluginError {
  readonly unknown: readonly UnknownTransform[];
  /** The product's transforms, in dependency order. */
  readonly available: readonly string[];

  constructor(details: { readonly unknown: readonly UnknownTransform[]; readonly available: readonly string[] }) {
    const names = details.unknown.map(({ name }) => `"${name}"`).join(", ");
    super("FLOE_ORCHESTRATOR_SELECTION", `Cannot select transforms: the product has no ${names}`, {
      hint: hintFor(details.unknown, details.available),
    });
    this.unknown = Object.freeze([...details.unknown]);
    this.available = Object.freeze([...details.available]);
  }
}

/** A long list of names helps no one; this many fit on two lines. */
const SHOWN = 20;

function hintFor(unknown: readonly UnknownTransform[], available: readonly string[]): string {
  const near = unknown.flatMap(({ name, nearest }) =>
    nearest === undefined ? [] : [`Did you mean "${nearest}" instead of "${name}"?`],
  );
  if (near.length > 0) return near.join(" ");
  if (available.length === 0) return "The product has no transforms.";
  return `Its transforms are ${available.slice(0, SHOWN).join(", ")}${available.length > SHOWN ? ", ..." : ""}.`;
}
