import type { EntryPointGroup } from "floe-core";
import { loadArtifacts, loadPlatform, type Platform, type PlatformOptions } from "floe-platform";
import { unlessAborted } from "../cli/unless-aborted.ts";
import type { CommandContext } from "./command-context.ts";

/**
 * Loads a platform file. From then on no secret that the platform reads is written. Gives up with the signal's reason
 * as soon as it is aborted, although a plugin that is being imported takes no notice of it; nothing is started yet.
 *
 * @param file From the working directory.
 * @throws PlatformFileError; the signal's reason.
 */
export async function openPlatform(file: string, context: CommandContext): Promise<Platform> {
  return opened(loadPlatform(file, platformOptions(context)), context);
}

/**
 * Loads compiled artifacts, in the same way.
 *
 * @param file From the working directory.
 * @param groups The types of the plugins that are needed.
 * @throws PlatformFileError; the signal's reason.
 */
export async function openArtifacts(
  file: string,
  groups: readonly EntryPointGroup[],
  context: CommandContext,
): Promise<Platform> {
  return opened(loadArtifacts(file, { ...platformOptions(context), groups }), context);
}

function platformOptions({ host, options, logger, signal }: CommandContext): PlatformOptions {
  return { cwd: options.cwd, env: host.env, logger, signal };
}

async function opened(loading: Promise<Platform>, { output, signal }: CommandContext): Promise<Platform> {
  const platform = await unlessAborted(loading, signal);
  output.redactWith((text) => platform.redact(text));
  return platform;
}
