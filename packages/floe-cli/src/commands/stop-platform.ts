import type { ShutdownReport } from "floe-core";
import type { Platform } from "floe-platform";
import type { CommandContext } from "./command-context.ts";

/** Stops the plugins; one that does not stop well is told of and spoils nothing else. Never rejects for a plugin. */
export async function stopPlatform(
  platform: Pick<Platform, "stop">,
  { output, logger }: Pick<CommandContext, "output" | "logger">,
): Promise<ShutdownReport> {
  const shutdown = await platform.stop();
  for (const { key, error } of shutdown.plugins) {
    if (error !== undefined) logger.warn(error.message, { plugin: key });
  }
  const stopped = shutdown.plugins.filter(({ error }) => error === undefined).map(({ key }) => key);
  if (stopped.length > 0) output.note(output.errorTheme.dim(`stopped ${stopped.join(", ")}`));
  return shutdown;
}
