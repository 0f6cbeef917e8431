import { PluginType } from "../plugin-type.ts";
import type { CallOptions, HelmValues } from "./call-options.ts";
import type { ConnectionResult } from "./connection-result.ts";
import { brandPluginClass } from "./plugin-brand.ts";
import { PluginMetadata } from "./plugin-metadata.ts";

/** How lineage events are sent. */
export interface LineageTransportConfig {
  readonly type: "http" | "console" | "file";
  /** For `http` and `file`. */
  readonly url?: string;
  readonly timeoutMs: number;
  readonly [setting: string]: unknown;
}

/** How jobs and datasets get their namespace. */
export interface NamespaceStrategy {
  readonly strategy: string;
  readonly template: string;
  readonly defaultNamespace: string;
}

/** Where OpenLineage events go. */
export abstract class LineageBackendPlugin<Config = unknown> extends PluginMetadata<Config> {
  static {
    brandPluginClass(this.prototype, PluginType.LINEAGE_BACKEND);
  }

  /** How to send events to this sink. Pure. */
  abstract getTransportConfig(): LineageTransportConfig;
  /** How names are made for this sink. Pure. */
  abstract getNamespaceStrategy(): NamespaceStrategy;
  /** Values that the sink's published chart accepts; empty for a service. Pure. */
  abstract getHelmValues(): HelmValues;
  /** Probes the sink. A bad connection is a result, not a throw. */
  abstract validateConnection(options?: CallOptions): Promise<ConnectionResult>;
}
