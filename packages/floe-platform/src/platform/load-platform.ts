import path from "node:path";
import type { ProductConfig } from "../product/define-product.ts";
import type { Platform } from "./platform.ts";
import type { PlatformOptions } from "./platform-options.ts";

/**
 * Reads a platform file (YAML, JSON or an ES module) or a product given as an object, and makes everything ready
 * to start: finds, loads, configures and orders its plugins, reads its transforms. Starts nothing, writes nothing
 * and reads no secret: a placeholder stands for each until plugins start.
 *
 * @throws PlatformFileError with every problem, each with its place.
 * @example
 * ```ts
 * import { loadPlatform } from "floe-platform";
 *
 * await using platform = await loadPlatform("floe.yaml");
 * const result = await platform.run();
 * console.log(result.status); // succeeded
 * ```
 */
export async function loadPlatform(source: string | ProductConfig, options: PlatformOptions = {}): Promise<Platform> {
  // Taken before anything is waited for: what the caller does next may change the working folder, or these options.
  const asked = { ...options, cwd: path.resolve(options.cwd ?? process.cwd()), env: options.env ?? process.env };
  // Most of this package, and a YAML parser: who lists plugins or runs a step of compiled artifacts has no use for them.
  const { loadProduct } = await import("./load-product.ts");
  return loadProduct(source, asked);
}
