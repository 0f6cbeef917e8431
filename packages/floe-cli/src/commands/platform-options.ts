import type { PlatformOptions } from "floe-platform";
import type { CommandContext } from "./command-context.ts";

/** What every command tells floe-platform. */
export function platformOptions({ host, options, logger, signal }: CommandContext): PlatformOptions {
  return { cwd: options.cwd, env: host.env, logger, signal };
}
