import { isSecret, type Secret } from "./secret-value.ts";
import { walkValues } from "./walk-values.ts";

/** How many objects of a configuration are looked into; the ones near its root come first. */
const MAX_OBJECTS = 10_000;

/**
 * The texts that the secrets anywhere in `config` hold, each once. Of a secret that holds an object, every
 * text in it; a number counts as it is written. Never throws.
 *
 * @example
 * ```ts
 * import { collectSecrets } from "floe-core";
 * import { secret } from "floe-core/config";
 *
 * console.log(collectSecrets({ user: "ada", token: secret().parse("correct horse") })); // [ 'correct horse' ]
 * ```
 */
export function collectSecrets(config: unknown): readonly string[] {
  const texts = new Set<string>();
  for (const value of walkValues(config, MAX_OBJECTS)) {
    if (!isSecret(value)) continue;
    for (const revealed of walkValues(reveal(value), MAX_OBJECTS)) {
      if (typeof revealed === "string") texts.add(revealed);
      if (typeof revealed === "number" || typeof revealed === "bigint") texts.add(String(revealed));
    }
  }
  texts.delete("");
  return [...texts];
}

/** Another copy's secret may be of any make; one that does not reveal itself has nothing to hide either. */
function reveal(secret: Secret<unknown>): unknown {
  try {
    return secret.reveal();
  } catch {
    return undefined;
  }
}
