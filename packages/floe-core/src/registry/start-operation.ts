import type { PluginError } from "../errors/plugin-error.ts";
import { PluginTimeoutError } from "../errors/plugin-timeout-error.ts";
import type { Logger } from "../logger.ts";
import type { PluginKey } from "../plugin-key.ts";
import { HookScope, type HookLimit } from "./run-hook.ts";

/**
 * A start in progress, shared by everyone who wants the plugin up: giving it up ends it for all of them. It is its
 * hooks' scope and limit in one, since there is one for every plugin.
 */
export class StartOperation extends HookScope implements HookLimit {
  readonly plugin: PluginKey;
  readonly ms: number;
  /** How many callers still want it. */
  interested = 0;
  isBegun = false;
  isOver = false;
  /** What went wrong, once it is over; undefined if the plugin is active. */
  error: PluginError | undefined;
  #done: Promise<PluginError | undefined> | undefined;
  #resolve: ((error: PluginError | undefined) => void) | undefined;

  constructor(plugin: PluginKey, ms: number, logger: Logger) {
    super(logger);
    this.plugin = plugin;
    this.ms = ms;
  }

  /**
   * Resolves with what went wrong; undefined once the plugin is active. Never rejects. Made when someone has to
   * wait: most starts are over as soon as their hook returns, and a promise for each would cost more than they do.
   */
  get done(): Promise<PluginError | undefined> {
    this.#done ??= this.isOver
      ? Promise.resolve(this.error)
      : new Promise((resolve) => {
          this.#resolve = resolve;
        });
    return this.#done;
  }

  /** Why its hook is given up at the limit. */
  overrun(): PluginError {
    return new PluginTimeoutError({ plugin: this.plugin, hook: "startup", limitMs: this.ms });
  }

  /** Ends it. Called once, by whoever runs it. */
  end(error: PluginError | undefined): void {
    this.isOver = true;
    this.error = error;
    this.#resolve?.(error);
  }
}
