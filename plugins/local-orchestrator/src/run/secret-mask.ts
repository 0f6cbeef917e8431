import type { SelectedPlugins } from "floe-core";

/** A user and password in front of a host. */
const CREDENTIALS = /\/\/[^\s/@:]*:[^\s/@]+@/g;
const MASK = "***";

/**
 * Removes from a text every secret in the plugins' configurations, and passwords in URLs. Errors of floe hold
 * none; those of a database driver may repeat the connection string they were given.
 */
export function secretMask(plugins: SelectedPlugins): (text: string) => string {
  const configs = Object.values(plugins).flatMap((selected) =>
    (selected ?? []).flatMap((plugin) => (plugin.isConfigured ? [plugin.config] : [])),
  );
  // Longest first: a secret that is part of another must not leave the rest of it behind.
  const secrets = secretsIn(configs).sort((a, b) => b.length - a.length);
  return (text) =>
    secrets.reduce((masked, secret) => masked.replaceAll(secret, MASK), text).replace(CREDENTIALS, `//${MASK}@`);
}

/** A secret value is known by its `reveal`: its class may come from another copy of floe-core. */
function secretsIn(root: unknown): string[] {
  const secrets: string[] = [];
  const seen = new Set<unknown>();
  const queue = [root];
  while (queue.length > 0) {
    const value = queue.pop();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    const members: readonly unknown[] = Object.values(value);
    if (isSecret(value)) secrets.push(String(value.reveal()));
    else queue.push(...members);
  }
  return secrets.filter((secret) => secret !== "");
}

function isSecret(value: object): value is { reveal(): unknown } {
  return "reveal" in value && typeof value.reveal === "function";
}
