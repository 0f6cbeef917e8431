import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { RegistryConflictError, type FloeCoreCopy } from "../errors/registry-conflict-error.ts";
import { FLOE_CORE_VERSION } from "../version/core-version.ts";
import { tryParseApiVersion } from "../version/parse-api-version.ts";
import { FLOE_PLUGIN_API_VERSION } from "../version/plugin-api-version.ts";
import { PluginRegistry } from "./plugin-registry.ts";

/** Where the one shared registry of a realm is kept, whichever copy of floe-core made it. */
const SLOT: symbol = Symbol.for("floe.registry");

/** What every copy of floe-core can ask of the slot. */
interface SharedSlot extends FloeCoreCopy {
  readonly get: () => PluginRegistry;
  /** Stops what is active and forgets the registry. */
  readonly reset: () => Promise<void>;
}

/**
 * The registry that everything in this realm shares, made and discovered on the first call; nobody sees it
 * before discovery is done. Two copies of floe-core share it if their plugin APIs have the same major.
 *
 * @throws RegistryConflictError naming both copies if they cannot share, or when called during discovery.
 * @example
 * ```ts
 * import { getRegistry } from "floe-core";
 * console.log(getRegistry() === getRegistry()); // true
 * ```
 */
export function getRegistry(): PluginRegistry {
  return (findSlot() ?? defineSlot()).get();
}

/**
 * Stops what is active in the shared registry and forgets it, so that the next `getRegistry` makes a new
 * one. For tests, between one and the next.
 *
 * @example
 * ```ts
 * import { getRegistry } from "floe-core";
 * import { resetRegistry } from "floe-core/testing";
 *
 * const before = getRegistry();
 * await resetRegistry();
 * console.log(getRegistry() === before); // false
 * ```
 */
export async function resetRegistry(): Promise<void> {
  await findSlot()?.reset();
}

function findSlot(): SharedSlot | undefined {
  const slot = Reflect.get(globalThis, SLOT) as SharedSlot | undefined;
  if (slot === undefined || tryParseApiVersion(slot.apiVersion)?.major === majorOf(FLOE_PLUGIN_API_VERSION)) return slot;
  const theirs: FloeCoreCopy = { version: slot.version, apiVersion: slot.apiVersion, path: slot.path };
  const ours = thisCopy();
  throw new RegistryConflictError({
    reason: `floe-core ${theirs.version} (plugin API ${theirs.apiVersion}, ${theirs.path}) made it and floe-core ${ours.version} (plugin API ${ours.apiVersion}, ${ours.path}) cannot share it`,
    copies: [theirs, ours],
    hint: "Install one version of floe-core for the whole application, or give each its own PluginRegistry.",
  });
}

function defineSlot(): SharedSlot {
  let registry: PluginRegistry | undefined;
  let isMaking = false;
  const slot: SharedSlot = Object.freeze({
    ...thisCopy(),
    get(): PluginRegistry {
      if (registry !== undefined) return registry;
      if (isMaking) {
        throw new RegistryConflictError({
          reason: "it is being made",
          hint: "Do not call getRegistry() from something that discovery runs, such as a diagnostics subscriber.",
        });
      }
      isMaking = true;
      try {
        const made = new PluginRegistry();
        made.discoverAll();
        registry = made;
        return made;
      } finally {
        isMaking = false;
      }
    },
    async reset(): Promise<void> {
      const old = registry;
      registry = undefined;
      await old?.[Symbol.asyncDispose]();
    },
  });
  Object.defineProperty(globalThis, SLOT, { value: slot });
  return slot;
}

function thisCopy(): FloeCoreCopy {
  const path = dirname(fileURLToPath(import.meta.url));
  return { version: FLOE_CORE_VERSION, apiVersion: FLOE_PLUGIN_API_VERSION, path };
}

function majorOf(apiVersion: string): number | undefined {
  return tryParseApiVersion(apiVersion)?.major;
}
