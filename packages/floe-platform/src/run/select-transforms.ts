import { nearest, PluginError, type TransformConfig } from "floe-core";

/** A run was asked for transforms that the product does not have. Nothing was run. */
export class TransformNotFoundError extends PluginError {
  /** Every name that was not found. */
  readonly names: readonly string[];
  /** The names there are, in dependency order. */
  readonly available: readonly string[];
  /** The transform most like the first name, if one is near. */
  readonly nearest: string | undefined;

  constructor(names: readonly string[], available: readonly string[]) {
    const near = nearest(names[0] ?? "", available);
    const known = available.length === 0 ? "there are none" : `there are ${available.join(", ")}`;
    super("FLOE_TRANSFORM_NOT_FOUND", `Cannot select transforms ${names.join(", ")}: ${known}`, {
      hint: near === undefined ? "" : `Did you mean "${near}"?`,
    });
    this.names = names;
    this.available = available;
    this.nearest = near;
  }
}

/**
 * The names of the selected transforms, in dependency order; undefined selects all.
 *
 * @throws TransformNotFoundError naming every unknown one.
 */
export function selectTransforms(
  transforms: readonly TransformConfig[],
  select: readonly string[] | undefined,
): readonly string[] {
  const names = transforms.map(({ name }) => name);
  if (select === undefined) return names;
  const unknown = select.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new TransformNotFoundError(unknown, names);
  return names.filter((name) => select.includes(name));
}
