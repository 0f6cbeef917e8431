import { existsSync } from "node:fs";
import path from "node:path";
import type { PluginKey } from "floe-core";
import type { Platform } from "floe-platform";
import { errorDocument } from "../json/json-document.ts";
import type { ExplainedPlugin, ExplainedProduct } from "./explanation.ts";

/** A product, and what it makes of plugins. */
export interface AskedProduct {
  readonly product: ExplainedProduct;
  /** Null where the product does not load. */
  readonly standingOf: (plugin: PluginKey) => ExplainedPlugin["inProduct"];
}

/** How to get at a product. */
export interface ProductAccess {
  /** Absolute. */
  readonly cwd: string;
  /** Loads a platform file. */
  readonly open: (file: string) => Promise<Platform>;
  readonly signal: AbortSignal;
}

/**
 * Loads a product to see what it selects; nothing is started. That it does not load is a result.
 *
 * @param file Undefined: `floe.yaml` in the working directory, if there is one.
 * @throws the signal's reason.
 */
export async function askProduct(
  file: string | undefined,
  { cwd, open, signal }: ProductAccess,
): Promise<AskedProduct | undefined> {
  const full = path.resolve(cwd, file ?? "floe.yaml");
  if (file === undefined && !existsSync(full)) return undefined;
  try {
    await using platform = await open(full);
    const { plugins, selected } = platform.compile();
    const needed = new Set(plugins.map(({ key }) => key));
    const named = new Set(selected ?? needed);
    return {
      product: { file: full, name: platform.name, error: null },
      standingOf: (plugin) => (named.has(plugin) ? "selected" : needed.has(plugin) ? "needed" : "no"),
    };
  } catch (thrown) {
    signal.throwIfAborted();
    return { product: { file: full, name: null, error: errorDocument("plugins explain", thrown).error }, standingOf: () => null };
  }
}
