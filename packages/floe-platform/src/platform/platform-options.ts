import type { ActivateAllOptions, DiscoveryScope, FailurePolicy, Logger, PluginRegistry, RunOptions } from "floe-core";
import type { PlatformTypes } from "../product/plugin-keys.ts";
import type { Environment } from "../variables/resolve-text.ts";

/** What loading a platform may be told. Every option has a default. */
export interface PlatformOptions {
  /** Where a relative file name starts, and the root of a product given as an object. Default: the working directory. */
  readonly cwd?: string;
  /** What `${env:}` reads. Default: `process.env`. */
  readonly env?: Environment;
  /** Default: silent. */
  readonly logger?: Logger;
  /** How far plugins are looked for. Default: `reachable`. */
  readonly scope?: DiscoveryScope;
  /** Plugin types of the platform's own, by their key under `plugins`. Default: none. */
  readonly types?: PlatformTypes;
  /**
   * The registry to use, in place of a new one whose `cwd` is the platform file's folder. It is the platform's
   * from then on: `stop` shuts all of it down. Its own logger is not told which texts are secrets.
   */
  readonly registry?: PluginRegistry;
  /** Aborting it gives up loading. */
  readonly signal?: AbortSignal | undefined;
}

/** Options of `Platform.start`. */
export interface StartOptions extends Pick<ActivateAllOptions, "timeoutMs" | "signal"> {
  /** For every plugin, in place of the policies that the platform file states. */
  readonly policy?: FailurePolicy | undefined;
}

/** Options of `Platform.run`. `select` names transforms; undefined means all. */
export type PlatformRunOptions = Omit<RunOptions, "plugins" | "redact">;
