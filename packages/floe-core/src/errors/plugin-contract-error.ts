import type { PluginKey } from "../plugin-key.ts";
import { PluginError } from "./plugin-error.ts";

/** One way in which an object is not the plugin that it claims to be. */
export interface ContractViolation {
  /** The member at fault, for example `generateDbtProfile`; empty for the object as a whole. */
  readonly member: string;
  readonly expected: string;
  readonly found: string;
}

/** A loaded or registered object does not keep its type's contract. Every violation is listed. */
export class PluginContractError extends PluginError {
  readonly plugin: PluginKey;
  readonly violations: readonly ContractViolation[];

  constructor(details: {
    readonly plugin: PluginKey;
    readonly verb?: string;
    readonly violations: readonly ContractViolation[];
  }) {
    const reasons = details.violations.map(
      ({ member, expected, found }) => `${member === "" ? "" : `${member}: `}expected ${expected}, found ${found}`,
    );
    super("FLOE_PLUGIN_CONTRACT", `Cannot ${details.verb ?? "load"} plugin ${details.plugin}: ${reasons.join("; ")}`, {
      hint: "Extend the type's abstract class from floe-core and implement every required member.",
    });
    this.plugin = details.plugin;
    this.violations = Object.freeze(details.violations.map((violation) => Object.freeze({ ...violation })));
  }
}
