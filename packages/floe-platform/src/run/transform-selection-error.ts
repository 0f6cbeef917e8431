import { PluginError } from "floe-core";
import { SELECTOR_FORMS } from "./parse-selector.ts";

/** A run was asked for a selection that cannot be read. Nothing was run. */
export class TransformSelectionError extends PluginError {
  /** Every entry that cannot be read, as given, and why not. */
  readonly entries: readonly { readonly entry: string; readonly reason: string }[];

  constructor(entries: readonly { readonly entry: string; readonly reason: string }[]) {
    const reasons = entries.map(({ entry, reason }) => `"${entry}": ${reason}`);
    super("FLOE_TRANSFORM_SELECTION", `Cannot select transforms ${reasons.join("; ")}`, { hint: `Write ${SELECTOR_FORMS}.` });
    this.entries = entries;
  }
}
