import { checkCompatibility } from "./check-compatibility.ts";
import { FLOE_PLUGIN_API_VERSION } from "./plugin-api-version.ts";

/**
 * Whether a plugin built for `pluginVersion` of the plugin API runs on a platform of `platformVersion`;
 * false if either is not a valid version. {@link checkCompatibility} says why.
 *
 * @param platformVersion Default: {@link FLOE_PLUGIN_API_VERSION}.
 * @example
 * ```ts
 * import { isCompatible } from "floe-core";
 * console.log(isCompatible("1.0", "1.2"), isCompatible("2.0", "1.2")); // true false
 * ```
 */
export function isCompatible(pluginVersion: string, platformVersion: string = FLOE_PLUGIN_API_VERSION): boolean {
  return checkCompatibility(pluginVersion, platformVersion).compatible;
}
