import { inspect } from "node:util";
import { isPluginError, type PluginRegistry } from "floe-core";
import type { BrokenOutcome, BrokenPlugin } from "../../src/broken/broken-plugin.ts";
import type { LogLine } from "../../src/registry/collecting-logger.ts";

/** What a registry made of a broken plugin, in the words of the table, and everything that it showed. */
export interface Observation {
  readonly outcome: BrokenOutcome;
  /** Every error, report and log line, as JSON and as `inspect` prints it. */
  readonly shown: string;
}

/** Waits for a call of the registry, however time passes in the test. */
export type Settle = <Value>(call: Promise<Value>) => Promise<Value>;

/** Takes a plugin all the way, load to stop, and says where that ended. */
export async function observe(
  { type, name, config = {} }: BrokenPlugin,
  registry: PluginRegistry & { readonly logs: readonly LogLine[] },
  settle: Settle,
): Promise<Observation> {
  const shown: unknown[] = [];
  const show = (value: unknown): void => {
    shown.push(JSON.stringify(value), inspect(value, { depth: 20, showHidden: true }));
  };
  const attempt = async (call: () => Promise<unknown>): Promise<unknown> => {
    try {
      await settle(call());
      return undefined;
    } catch (error) {
      show(error);
      return error;
    }
  };
  const outcome = await (async (): Promise<BrokenOutcome> => {
    const load = await attempt(() => registry.get(type, name));
    if (load !== undefined) return { step: "load", ...loadDetails(load) };
    const refused = await attempt(() => registry.configure(type, name, config));
    if (refused !== undefined) return { step: "configure", code: codeOf(refused) };
    const failed = await attempt(() => registry.activate(type, name));
    if (failed !== undefined) return { step: "start", code: codeOf(failed) };
    const health = await settle(registry.healthCheckAll());
    show(health);
    const stop = await settle(registry.shutdownAll());
    show(stop);
    const status = health.plugins.find((plugin) => plugin.key === `${type}:${name}`)?.status;
    if (status !== undefined && status.state !== "healthy") {
      return { step: "check", state: status.state, reason: String(status.details["reason"]) };
    }
    const stopped = stop.plugins.find((plugin) => plugin.key === `${type}:${name}`)?.error;
    return stopped === undefined ? { step: "none" } : { step: "stop", code: stopped.code };
  })();
  show(registry.list());
  show(registry.logs);
  return { outcome, shown: shown.join("\n") };
}

function codeOf(error: unknown): string {
  return isPluginError(error) ? error.code : `no floe error: ${String(error)}`;
}

function loadDetails(error: unknown): Omit<Extract<BrokenOutcome, { step: "load" }>, "step"> {
  const { stage, violations } = error as { stage?: "import"; violations?: readonly { readonly member: string }[] };
  return {
    code: codeOf(error),
    ...(stage === undefined ? {} : { stage }),
    ...(violations === undefined ? {} : { members: violations.map(({ member }) => member).sort() }),
  };
}
