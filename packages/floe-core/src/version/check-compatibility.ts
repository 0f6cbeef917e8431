import { notAnApiVersion, tryParseApiVersion } from "./parse-api-version.ts";
import { FLOE_PLUGIN_API_VERSION } from "./plugin-api-version.ts";

/** Whether a plugin fits a platform, and why. */
export interface Compatibility {
  readonly compatible: boolean;
  /** One sentence without a full stop, whatever the answer. */
  readonly reason: string;
  /** Which side has to move. Absent if they fit, or if one of the versions is not valid. */
  readonly upgrade?: "plugin" | "platform";
}

/**
 * Judges the plugin-API version that a plugin states against the platform's: same major, and the plugin's
 * minor at most the platform's. Patch, pre-release and build tags do not count; 0.x follows the same rule.
 * Never throws: an invalid version is incompatible, and the reason says so.
 *
 * @param platformVersion Default: {@link FLOE_PLUGIN_API_VERSION}.
 * @example
 * ```ts
 * import { checkCompatibility } from "floe-core";
 * console.log(checkCompatibility("1.4", "1.2").reason); // plugin API 1.4 is newer than the platform's 1.2
 * ```
 */
export function checkCompatibility(
  pluginVersion: string,
  platformVersion: string = FLOE_PLUGIN_API_VERSION,
): Compatibility {
  if (last === undefined || last.plugin !== pluginVersion || last.platform !== platformVersion) {
    last = { plugin: pluginVersion, platform: platformVersion, answer: judge(pluginVersion, platformVersion) };
  }
  return last.answer;
}

/** What was asked last: all plugins of a platform state the same few versions, and mostly the same one. */
let last: { readonly plugin: string; readonly platform: string; readonly answer: Compatibility } | undefined;

function judge(pluginVersion: string, platformVersion: string): Compatibility {
  const plugin = tryParseApiVersion(pluginVersion);
  if (plugin === undefined) return invalid("the plugin's", pluginVersion);
  const platform = tryParseApiVersion(platformVersion);
  if (platform === undefined) return invalid("the platform's", platformVersion);
  if (plugin.major !== platform.major) {
    return Object.freeze({
      compatible: false,
      reason: `plugin API ${pluginVersion} and the platform's ${platformVersion} differ in their major version`,
      upgrade: plugin.major < platform.major ? "plugin" : "platform",
    });
  }
  if (plugin.minor > platform.minor) {
    return Object.freeze({
      compatible: false,
      reason: `plugin API ${pluginVersion} is newer than the platform's ${platformVersion}`,
      upgrade: "platform",
    });
  }
  return Object.freeze({
    compatible: true,
    reason: `plugin API ${pluginVersion} is part of the platform's ${platformVersion}`,
  });
}

function invalid(whose: string, version: unknown): Compatibility {
  return Object.freeze({ compatible: false, reason: `${whose} API version is not valid: ${notAnApiVersion(version)}` });
}
