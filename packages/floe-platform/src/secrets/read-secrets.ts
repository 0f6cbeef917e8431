import { nearest, type SecretsPlugin } from "floe-core";
import { reasonOf } from "../problems/reason-of.ts";

/** What asking for a secret came to. */
export type SecretAnswer =
  | { readonly value: string }
  | { readonly reason: string; readonly nearest?: string };

/**
 * Asks for each key once, all side by side. Several secrets plugins are asked one after the other, in their
 * order, until one knows the key. One that fails is no answer: the next may hold an outdated value.
 */
export async function readSecrets(
  keys: Iterable<string>,
  plugins: readonly SecretsPlugin[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, SecretAnswer>> {
  const asked = [...new Set(keys)].map(async (key) => [key, await readSecret(key, plugins, signal)] as const);
  return new Map(await Promise.all(asked));
}

async function readSecret(key: string, plugins: readonly SecretsPlugin[], signal: AbortSignal): Promise<SecretAnswer> {
  for (const plugin of plugins) {
    try {
      const value = await plugin.getSecret(key, { signal });
      if (value !== null) return { value };
    } catch (error) {
      signal.throwIfAborted();
      return { reason: `${plugin.name} failed: ${reasonOf(error)}` };
    }
  }
  const near = await findNearest(key, plugins, signal);
  const names = plugins.map(({ name }) => name).join(", ");
  return {
    reason: names === "" ? "no secrets plugin is up" : `there is no such secret in ${names}`,
    ...(near === undefined ? {} : { nearest: near }),
  };
}

async function findNearest(key: string, plugins: readonly SecretsPlugin[], signal: AbortSignal): Promise<string | undefined> {
  try {
    const keys = await Promise.all(plugins.map((plugin) => plugin.listSecrets(undefined, { signal })));
    return nearest(key, keys.flat());
  } catch {
    signal.throwIfAborted();
    // A store may forbid listing: then nothing can be suggested.
    return undefined;
  }
}
