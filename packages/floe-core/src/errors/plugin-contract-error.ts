import type { PluginKey } from "../plugin-key.ts";
import { PluginError } from "./plugin-error.ts";

/**
 * What a violation breaks: `type` (it is no plugin of its type), `extensible` (it is frozen or sealed), `missing` (a
 * required member, or an identity that no one states), `kind` (a member of another kind), `readable` (reading a member
 * throws), `form` (an identity that is not well formed), `agreement` (an identity other than the manifest's),
 * `promise-like` (it would be awaited).
 */
export type ContractRule =
  | "type"
  | "extensible"
  | "missing"
  | "kind"
  | "readable"
  | "form"
  | "agreement"
  | "promise-like";

/** One way in which an object is not the plugin that it claims to be. */
export interface ContractViolation {
  readonly rule: ContractRule;
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
