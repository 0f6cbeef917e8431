import { PluginRegistry, type Logger } from "floe-core";
import type { PlatformOptions } from "./platform-options.ts";

/** The registry that the options name, or a new one over the packages that `root` depends on. */
export function registryFor(root: string, logger: Logger, { registry, types = {}, scope }: PlatformOptions): PluginRegistry {
  return registry ?? new PluginRegistry({ cwd: root, logger, types: Object.values(types), ...(scope === undefined ? {} : { scope }) });
}
