import { PluginError } from "./plugin-error.ts";

/** One copy of floe-core in this process. */
export interface FloeCoreCopy {
  readonly version: string;
  readonly apiVersion: string;
  /** The copy's folder. */
  readonly path: string;
}

/** Two copies of floe-core cannot share one registry, or a registry was used after it was disposed. */
export class RegistryConflictError extends PluginError {
  /** Both copies; empty for a disposed registry. */
  readonly copies: readonly FloeCoreCopy[];

  constructor(details: { readonly reason: string; readonly copies?: readonly FloeCoreCopy[]; readonly hint: string }) {
    super("FLOE_REGISTRY_CONFLICT", `Cannot use the registry: ${details.reason}`, { hint: details.hint });
    this.copies = Object.freeze([...(details.copies ?? [])]);
  }
}
