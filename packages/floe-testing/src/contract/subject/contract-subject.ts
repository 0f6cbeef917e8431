import type { Logger, PluginKey, PluginRegistry, PluginType } from "floe-core";
import type { Hook } from "../trial/hook.ts";

/** What a registry for one clause is opened with. */
export interface OpenOptions {
  /** Where relative paths in configurations start from. */
  readonly cwd: string;
  readonly logger: Logger;
  /** For loading, startup, shutdown and health, each. */
  readonly limitMs: number;
}

/** The plugin under test, and how to get new instances of it through a registry. */
export interface ContractSubject {
  readonly type: PluginType;
  readonly name: string;
  readonly key: PluginKey;
  /** A new registry that has discovered the plugin, and something in the place of all it depends on. */
  open(options: OpenOptions): PluginRegistry;
  /** Is told which of the plugin's hooks is called, before it is, and with undefined once nobody waits for it. */
  readonly onCall?: (hook: Hook | undefined) => void;
}
