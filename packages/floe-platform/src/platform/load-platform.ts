import path from "node:path";
import { PluginRegistry, PluginType, silentLogger } from "floe-core";
import { compiledPlugins } from "../compile/compiled-plugins.ts";
import { compileProduct } from "../compile/compile-product.ts";
import { objectDocument } from "../document/platform-document.ts";
import { readPlatformFile } from "../document/read-platform-file.ts";
import { preparePlugins } from "../plugins/prepare-plugins.ts";
import { PlatformFileError } from "../problems/platform-file-error.ts";
import { ProblemList } from "../problems/problem-list.ts";
import { checkNames } from "../product/check-names.ts";
import type { ProductConfig } from "../product/define-product.ts";
import { pluginGroups } from "../product/plugin-keys.ts";
import { EMBEDDED_ORCHESTRATOR, type PluginSelection } from "../product/read-plugins.ts";
import { readProduct, type ProductShape } from "../product/read-product.ts";
import { ShapeReader } from "../product/shape-reader.ts";
import { checkSources } from "../sources/check-sources.ts";
import { collectTransforms } from "../transforms/collect-transforms.ts";
import { composeTransforms } from "../transforms/compose-transforms.ts";
import { resolveReferences } from "../variables/resolve-references.ts";
import { Platform } from "./platform.ts";
import type { PlatformOptions } from "./platform-options.ts";

/**
 * Reads a platform file (YAML or JSON) or a product given as an object, and makes everything ready to start:
 * finds, loads, configures and orders its plugins, reads its transforms. Starts nothing and writes nothing.
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
  const { cwd = process.cwd(), env = process.env, logger = silentLogger, types = {}, signal } = options;
  const problems = new ProblemList();
  const file = typeof source === "string" ? path.resolve(cwd, source) : undefined;
  const root = file === undefined ? path.resolve(cwd) : path.dirname(file);
  const fail = (): never => {
    throw new PlatformFileError(file, problems.sorted(file));
  };

  const document = file === undefined ? objectDocument(source) : readPlatformFile(file, problems);
  if (document === undefined) return fail();
  const reader = new ShapeReader(document, resolveReferences(document, env, problems), problems);
  const product = readProduct(reader, pluginGroups(types));
  if (product === undefined) return fail();

  const registry =
    options.registry ??
    new PluginRegistry({
      cwd: root,
      logger,
      types: Object.values(types),
      ...(options.scope === undefined ? {} : { scope: options.scope }),
    });
  const selections = withDefaults(product, reader);
  const plugins = await preparePlugins(registry, selections, reader);
  signal?.throwIfAborted();

  const sources = checkSources(reader, product.sources, root);
  const drafts = collectTransforms(reader, product.transforms, root);
  checkNames(reader, product.sources, drafts);
  const computes = selections.filter(({ group }) => group === PluginType.COMPUTE);
  const transforms = await composeTransforms(
    drafts,
    {
      sources,
      computes: computes.map(({ name }) => name),
      findCompute: (name) => {
        const isReady = computes.some((one) => one.name === name && plugins.ready.has(one.key));
        return isReady ? registry.find(PluginType.COMPUTE, name) : undefined;
      },
      signal,
    },
    problems,
  );
  if (!problems.isEmpty || product.name === undefined) return fail();
  const artifacts = compileProduct({
    name: product.name,
    root,
    plugins: compiledPlugins(registry, plugins.order, selections),
    transforms,
    sources,
    schedule: product.schedule,
  });
  return new Platform({ file, artifacts, selections, registry, logger });
}

/** What a product with transforms needs: an engine, which has to be stated, and an orchestrator, which need not. */
function withDefaults({ plugins, transforms }: ProductShape, reader: ShapeReader): readonly PluginSelection[] {
  if (transforms === undefined || reader.at(["plugins"]) === undefined) return plugins;
  if (reader.at(["plugins", "compute"]) === undefined) reader.missing(["plugins", "compute"], "the plugin that runs the SQL");
  return reader.at(EMBEDDED_ORCHESTRATOR.namePath) === undefined ? [...plugins, EMBEDDED_ORCHESTRATOR] : plugins;
}
