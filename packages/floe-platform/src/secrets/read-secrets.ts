import { nearest, reasonOf, type SecretsPlugin } from "floe-core";
import { withinLimit } from "../timing/within-limit.ts";

/** What asking for a secret came to. */
export type SecretAnswer =
  | { readonly value: string }
  | { readonly reason: string; readonly nearest?: string };

/** How long a plugin may take for one answer, in milliseconds. */
const ANSWER_LIMIT_MS = 30_000;

/**
 * Asks for each key once, all side by side. Several secrets plugins are asked one after the other, in their
 * order, until one knows the key. One that fails, or does not answer within 30 seconds, is no answer: the next
 * may hold an outdated value.
 *
 * @throws the signal's reason as soon as it is aborted.
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
      const value = await ask((limited) => plugin.getSecret(key, { signal: limited }), signal);
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
    const listed = plugins.map((plugin) => ask((limited) => plugin.listSecrets(undefined, { signal: limited }), signal));
    return nearest(key, (await Promise.all(listed)).flat());
  } catch {
    signal.throwIfAborted();
    // A store may forbid listing: then nothing can be suggested.
    return undefined;
  }
}

async function ask<Answer>(question: (signal: AbortSignal) => Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  const error = (): Error => new Error(`no answer within ${ANSWER_LIMIT_MS / 1000} s`);
  // A plugin may also throw at once.
  return withinLimit({ ms: ANSWER_LIMIT_MS, error, signal }, async (limited) => question(limited));
}
