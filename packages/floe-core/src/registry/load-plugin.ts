import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Candidates } from "../discovery/discover.ts";
import type { FoundEntry } from "../discovery/discovery-source.ts";
import type { EntryPoint } from "../discovery/entry-point.ts";
import { DuplicatePluginError } from "../errors/duplicate-plugin-error.ts";
import type { PluginError } from "../errors/plugin-error.ts";
import { PluginLoadError, type LoadStage } from "../errors/plugin-load-error.ts";
import { hostSlot } from "../plugin/plugin-host-slot.ts";
import type { PluginMetadata } from "../plugin/plugin-metadata.ts";
import type { PluginKey } from "../plugin-key.ts";
import { typeName } from "../text/type-name.ts";
import { acceptPlugin, refuseIncompatible } from "./accept-plugin.ts";
import { channels } from "./channels.ts";
import type { PluginRecord } from "./plugin-record.ts";
import { toCandidate } from "./plugin-facts.ts";
import type { RegistryContext } from "./registry-context.ts";
import { HookScope, runHook } from "./run-hook.ts";

/**
 * The plugin's instance, loaded on the first call: version check, import, construct, contract check.
 * Every later call, concurrent ones included, gets the same promise, a failed one too: a module that
 * failed to evaluate needs a new process.
 *
 * Rejects with PluginIncompatibleError, PluginLoadError or PluginContractError; and, without remembering
 * it, with DuplicatePluginError while several packages offer the key.
 */
export function loadPlugin(record: PluginRecord, context: RegistryContext): Promise<PluginMetadata> {
  if (record.load !== undefined) return record.load;
  if (record.plugin !== undefined) return (record.load = Promise.resolve(record.plugin));
  // A registered plugin came with its instance: what was not loaded yet was discovered.
  const { chosen, all } = record.candidates as Candidates;
  if (chosen === undefined) return Promise.reject(conflictOf(record.key, all));
  record.state = "loading";
  const began = performance.now();
  let begin = (): void => {};
  const constructed = new Promise<PluginMetadata>((resolve) => {
    begin = () => resolve(construct(record, chosen, context));
  });
  const load = constructed.then(
    (plugin) => {
      record.plugin = plugin;
      record.state = "loaded";
      publish(record, began);
      return plugin;
    },
    (thrown: unknown) => {
      const error = thrown as PluginError;
      record.state = "failed";
      record.error = error;
      context.logger.warn(error.message, { key: record.key, code: error.code });
      publish(record, began, error);
      throw error;
    },
  );
  // Whoever asked hears of a failure; remembering it must not count as ignoring it.
  load.catch(() => {});
  record.load = load;
  // Last, because the code that is loaded may ask for its own plugin.
  begin();
  return load;
}

async function construct(record: PluginRecord, found: FoundEntry, context: RegistryContext): Promise<PluginMetadata> {
  const { entryPoint } = found;
  if (entryPoint.apiVersion !== undefined) refuseIncompatible(record, entryPoint.apiVersion, context);
  const exported = found.load === undefined
    ? exportOf(await importModule(record, entryPoint, context), entryPoint)
    : await evaluate(record, entryPoint, found.load, context);
  if (typeof exported !== "function") {
    throw failure(entryPoint, "export", { reason: `expected a class, found ${typeName(exported)}` });
  }
  let plugin: unknown;
  try {
    plugin = Reflect.construct(exported, []);
  } catch (cause) {
    throw failure(entryPoint, "construct", { cause });
  }
  const accepted = acceptPlugin(record, plugin, context, entryPoint);
  hostSlot(accepted).baseDir = context.cwd;
  return accepted;
}

async function importModule(record: PluginRecord, entryPoint: EntryPoint, context: RegistryContext): Promise<object> {
  if (!existsSync(entryPoint.file)) throw failure(entryPoint, "resolve", { reason: entryPoint.file });
  const url = pathToFileURL(entryPoint.file).href;
  return (await evaluate(record, entryPoint, () => import(url), context)) as object;
}

/** Runs the module's code under the start limit: a top-level await that never ends must not hold up the rest. */
async function evaluate(
  record: PluginRecord,
  entryPoint: EntryPoint,
  load: () => unknown,
  context: RegistryContext,
): Promise<unknown> {
  const ms = context.limit("startup", record);
  const outcome = await runHook(load, new HookScope(context.logger), {
    ms,
    overrun: () => failure(entryPoint, "import", { reason: `it was not evaluated within ${ms} ms` }),
  });
  if (outcome.kind === "done") return outcome.value;
  if (outcome.kind === "overran") throw outcome.reason;
  throw failure(entryPoint, "import", { cause: outcome.error });
}

function exportOf(module: object, entryPoint: EntryPoint): unknown {
  const direct: unknown = Reflect.get(module, entryPoint.export);
  if (typeof direct === "function") return direct;
  // Node cannot always see the names a CommonJS module exports; all of them hang on its default export, the
  // name `default` of one that was compiled from an ES module too.
  const fallback: unknown = Reflect.get(module, "default");
  if (typeof fallback === "object" && fallback !== null && Object.hasOwn(fallback, entryPoint.export)) {
    return Reflect.get(fallback, entryPoint.export);
  }
  if (direct !== undefined) return direct;
  const names = Object.keys(module);
  const there = names.length === 0 ? "it exports nothing" : `it exports ${names.slice(0, 20).join(", ")}`;
  throw failure(entryPoint, "export", { reason: `"${entryPoint.export}" (${there})` });
}

function failure(
  entryPoint: EntryPoint,
  stage: LoadStage,
  why: { readonly reason?: string; readonly cause?: unknown },
): PluginError {
  return new PluginLoadError({
    plugin: entryPoint.key,
    entryPoint: `${entryPoint.file}#${entryPoint.export}`,
    stage,
    ...why,
  });
}

/** The error for a key that several packages offer, none of them preferred. */
function conflictOf(key: PluginKey, all: readonly FoundEntry[]): DuplicatePluginError {
  return new DuplicatePluginError({ verb: "load", key, candidates: all.map(toCandidate) });
}

function publish(record: PluginRecord, began: number, error?: PluginError): void {
  if (!channels.load.hasSubscribers) return;
  channels.load.publish({
    key: record.key,
    durationMs: performance.now() - began,
    ...(error === undefined ? {} : { error: error.toJSON() }),
  });
}
