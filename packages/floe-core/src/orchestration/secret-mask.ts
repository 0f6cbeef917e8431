import { collectSecrets } from "../config/collect-secrets.ts";
import { redactorFor } from "../config/redact-text.ts";
import type { RunOptions } from "../plugin/run-result.ts";

/** A user and password in front of a host. */
const CREDENTIALS = /\/\/[^\s/@:]*:[^\s/@]+@/g;

/**
 * Masks in a text every secret in the plugins' configurations, whatever `redact` knows of besides, and passwords
 * in URLs. Errors of floe hold none; those of a database driver may repeat the connection string they were given.
 */
export function secretMask({
  plugins,
  redact = (text) => text,
}: Pick<RunOptions, "plugins" | "redact">): (text: string) => string {
  const configs = Object.values(plugins).flatMap((selected) =>
    (selected ?? []).flatMap((plugin) => (plugin.isConfigured ? [plugin.config] : [])),
  );
  const known = redactorFor(collectSecrets(configs));
  return (text) => redact(known.redact(text)).replace(CREDENTIALS, "//[secret]@");
}
