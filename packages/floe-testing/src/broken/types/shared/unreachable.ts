import type { ConfigSchema, HealthStatus, PluginMetadata } from "floe-core";
import { unknownKey } from "../../token-schema.ts";

/** Where an engine is; nowhere if there is none. */
export interface AddressConfig {
  readonly address: string;
}

/** A configuration with which there is nothing to reach. */
export const UNREACHABLE: Readonly<Record<"address", string>> = Object.freeze({ address: "nowhere" });

/** A schema of one address, which is somewhere if it is not stated. */
export const addressSchema: ConfigSchema<AddressConfig> = Object.freeze({
  safeParse(input: unknown) {
    const { address = "somewhere", ...others } = Object(input) as { readonly address?: string };
    const unknown = Object.keys(others).map(unknownKey);
    return unknown.length > 0
      ? ({ success: false, error: { issues: unknown } } as const)
      : ({ success: true, data: { address } } as const);
  },
});

/** Whether a plugin with this schema can reach its engine. */
export function isReachable({ config }: PluginMetadata): boolean {
  return (config as AddressConfig).address !== UNREACHABLE.address;
}

/** What it says of its health, honestly. */
export function reachableHealth(plugin: PluginMetadata): HealthStatus {
  return { state: isReachable(plugin) ? "healthy" : "unhealthy" };
}
