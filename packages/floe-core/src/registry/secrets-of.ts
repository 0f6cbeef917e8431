import { collectSecrets } from "../config/collect-secrets.ts";
import type { PluginRecord } from "./plugin-record.ts";

/** Every text in a plugin's configuration that must not show: what its schema marks, and what its host named. */
export function secretsOf({ config, secrets }: Pick<PluginRecord, "config" | "secrets">): readonly string[] {
  return [...collectSecrets(config), ...secrets];
}
