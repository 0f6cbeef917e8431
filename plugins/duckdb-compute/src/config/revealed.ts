import type { Secret } from "floe-core/config";
import type { SettingValue } from "./duckdb-config.ts";

/** The value itself, of a setting that may be hidden. */
export function revealed(value: SettingValue | Secret): SettingValue {
  return typeof value === "object" ? value.reveal() : value;
}
