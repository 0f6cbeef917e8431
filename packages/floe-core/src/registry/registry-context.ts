import { resolve } from "node:path";
import { packageScan } from "../discovery/package-scan.ts";
import type { DiscoveryScope, DiscoverySource } from "../discovery/discovery-source.ts";
import { silentLogger, type Logger } from "../logger.ts";
import { parseApiVersion } from "../version/parse-api-version.ts";
import { FLOE_PLUGIN_API_VERSION } from "../version/plugin-api-version.ts";
import type { PluginRecord } from "./plugin-record.ts";
import { PluginStore } from "./plugin-store.ts";
import type { PluginRegistryOptions, TimeLimit } from "./registry-options.ts";

/** Which limit is meant. */
export type LimitKind = "startup" | "shutdown" | "health";

/** What every step of one registry works with: its store, and its options with defaults applied. */
export interface RegistryContext {
  readonly store: PluginStore;
  readonly cwd: string;
  readonly scope: DiscoveryScope;
  readonly sources: readonly DiscoverySource[];
  readonly prefer: Readonly<Record<string, string>>;
  readonly logger: Logger;
  readonly apiVersion: string;
  /** The limit for one plugin's hook, in milliseconds: the call's own (checked before), the plugin's, the registry's. */
  readonly limit: (kind: LimitKind, record: PluginRecord, ofCall?: number) => number;
}

/** @throws RangeError for a malformed limit or API version, TypeError for plugin types that share a group. */
export function makeContext(options: PluginRegistryOptions): RegistryContext {
  const limits: Record<LimitKind, TimeLimit> = {
    startup: checkLimit(options.startupTimeoutMs ?? 30_000),
    shutdown: checkLimit(options.shutdownTimeoutMs ?? 30_000),
    health: checkLimit(options.healthTimeoutMs ?? 5_000),
  };
  const fallback: Record<LimitKind, number> = { startup: 30_000, shutdown: 30_000, health: 5_000 };
  const apiVersion = options.apiVersion ?? FLOE_PLUGIN_API_VERSION;
  parseApiVersion(apiVersion);
  return {
    store: new PluginStore(options.types ?? []),
    cwd: resolve(options.cwd ?? process.cwd()),
    scope: options.scope ?? "reachable",
    sources: options.sources ?? [packageScan()],
    prefer: options.prefer ?? {},
    logger: options.logger === undefined ? silentLogger : neverThrowing(options.logger),
    apiVersion,
    limit(kind, record, ofCall) {
      if (ofCall !== undefined) return ofCall;
      const limit = limits[kind];
      if (typeof limit === "number") return limit;
      return limit[record.key] ?? limit.default ?? fallback[kind];
    },
  };
}

function checkLimit(limit: TimeLimit): TimeLimit {
  if (typeof limit !== "object") return checkMilliseconds(limit);
  for (const one of Object.values(limit)) checkMilliseconds(one);
  return { ...limit };
}

/** @throws RangeError unless `limit` is a positive number of milliseconds or Infinity. */
export function checkMilliseconds(limit: number): number {
  if (typeof limit === "number" && limit > 0) return limit;
  throw new RangeError(`Cannot use time limit ${String(limit)}: a limit is a positive number of milliseconds, or Infinity`);
}

/** Checks the options of one call before it does anything. @throws RangeError for a malformed `timeoutMs`. */
export function checkCall({ timeoutMs }: { readonly timeoutMs?: number | undefined }): void {
  if (timeoutMs !== undefined) checkMilliseconds(timeoutMs);
}

/** What the registry does must not depend on whether its logger works. */
function neverThrowing(logger: Logger): Logger {
  const guard =
    (level: keyof Logger): Logger["debug"] =>
    (message, fields) => {
      try {
        if (fields === undefined) logger[level](message);
        else logger[level](message, fields);
      } catch {
        // There is nowhere left to report it: the logger is where reports go.
      }
    };
  return Object.freeze({ debug: guard("debug"), info: guard("info"), warn: guard("warn"), error: guard("error") });
}
