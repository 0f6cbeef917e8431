import { PluginError, type PluginKey } from "floe-core";
import type { LeftResource } from "./resource-tracker.ts";

/** A plugin that could not be stopped when its test registry was disposed of. */
export interface UnstoppedPlugin {
  readonly key: PluginKey;
  /** Why: the message of what stopping it ended with. */
  readonly reason: string;
}

/** A test left something behind: plugins that could not be stopped, or timers and handles of theirs. */
export class LeakError extends PluginError {
  readonly plugins: readonly UnstoppedPlugin[];
  readonly resources: readonly LeftResource[];

  constructor(details: { readonly plugins: readonly UnstoppedPlugin[]; readonly resources: readonly LeftResource[] }) {
    const reasons = [
      ...details.plugins.map(({ key, reason }) => `${key} was not stopped (${reason})`),
      ...details.resources.map(({ type, at }) => `a ${type} keeps the event loop alive${at === "" ? "" : `, made at ${at}`}`),
    ];
    super("FLOE_TEST_LEAK", `Cannot close the test registry: ${reasons.join("; ")}`, {
      hint: 'Give back in shutdown() what startup() took. Where leaking is the point of a test, pass { leaks: "ignore" }.',
    });
    this.plugins = Object.freeze([...details.plugins]);
    this.resources = Object.freeze([...details.resources]);
  }
}
