import type { BrokenPlugin } from "../../src/broken/broken-plugin.ts";
import type { SoundCompute } from "../../src/broken/sound-compute.ts";

/** An instance of the class in a table that has this id. */
export function makeBroken(plugins: readonly BrokenPlugin[], id: string): SoundCompute {
  const source = plugins.find((plugin) => plugin.id === id)?.source;
  if (source?.kind !== "entry") throw new Error(`there is no class "${id}"`);
  return new (source.entry.load as new () => SoundCompute)();
}

/** A context as a registry would give it, that is never aborted. */
export const CONTEXT: Parameters<SoundCompute["startup"]>[0] = {
  signal: new AbortController().signal,
  logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  dependencies: new Map(),
};
