import path from "node:path";
import { PluginType, silentLogger } from "floe-core";
import { compiledPlugins } from "../compile/compiled-plugins.ts";
import { compileProduct } from "../compile/compile-product.ts";
import { objectDocument } from "../document/platform-document.ts";
import { readPlatformFile } from "../document/read-platform-file.ts";
import { findEngines } from "../plugins/find-engines.ts";
import { preparePlugins } from "../plugins/prepare-plugins.ts";
import { PlatformFileError } from "../problems/platform-file-error.ts";
import { ProblemList } from "../problems/problem-list.ts";
import { checkNames } from "../product/check-names.ts";
import type { ProductConfig } from "../product/define-product.ts";
import { pluginGroups } from "../product/plugin-keys.ts";
import { EMBEDDED_ORCHESTRATOR, type PluginSelection } from "../product/read-plugins.ts";
import { readProduct, type ProductShape } from "../product/read-product.ts";
import { ShapeReader } from "../product/shape-reader.ts";
import { checkSecretReferences } from "../secrets/check-secret-references.ts";
import { SecretConfigs } from "../secrets/secret-configs.ts";
import { checkSources } from "../sources/check-sources.ts";
import { collectTransforms } from "../transforms/collect-transforms.ts";
import { composeTransforms } from "../transforms/compose-transforms.ts";
import { resolveReferences } from "../variables/resolve-references.ts";
import { loadingLogger } from "./loading-logger.ts";
import { LoadedPlatform } from "./loaded-platform.ts";
import type { Platform } from "./platform.ts";
import type { PlatformOptions } from "./platform-options.ts";
import { redactingLogger } from "./redacting-logger.ts";
import { registryFor } from "./registry-for.ts";

/** What `loadPlatform` does. It lies in a file of its own, with all it needs, so as to be loaded when a product is. */
export async function loadProduct(source: string | ProductConfig, options: PlatformOptions): Promise<Platform> {
  const { cwd = process.cwd(), env = process.env, logger: plainLogger = silentLogger, types = {}, signal } = options;
  const problems = new ProblemList();
  const file = typeof source === "string" ? path.resolve(cwd, source) : undefined;
  const root = file === undefined ? path.resolve(cwd) : path.dirname(file);
  const fail = (): never => {
    throw new PlatformFileError(file, problems.sorted(file));
  };

  const document = file === undefined ? objectDocument(source) : await readPlatformFile(file, problems);
  if (document === undefined) return fail();
  const { value, secrets: references } = resolveReferences(document, env, problems);
  const reader = new ShapeReader(document, value, problems);
  const product = readProduct(reader, pluginGroups(types));
  if (product === undefined) return fail();
  const selections = withDefaults(product, reader);
  checkSecretReferences(reader, references, selections);

  const secrets = new SecretConfigs({ document, env, selections, references });
  const logger = redactingLogger(plainLogger, secrets);
  const registryLogger = loadingLogger(logger);
  const registry = registryFor(root, registryLogger, options);
  const plugins = await preparePlugins(registry, selections, reader, (selection) => secrets.holdersAmong([selection.key]).length > 0);
  signal?.throwIfAborted();

  const sources = checkSources(reader, product.sources, root);
  const drafts = collectTransforms(reader, product.transforms, root);
  checkNames(reader, product.sources, drafts);
  const computes = selections.filter(({ group }) => group === PluginType.COMPUTE);
  const engines = await findEngines(registry, computes, plugins.answering);
  const transforms = await composeTransforms(
    drafts,
    {
      sources,
      computes: computes.map(({ name }) => name),
      findCompute: (name) => engines.get(name),
      signal,
    },
    problems,
  );
  if (!problems.isEmpty || product.name === undefined) return fail();
  const artifacts = compileProduct({
    name: product.name,
    root,
    plugins: compiledPlugins(registry, plugins, selections, logger),
    selected: selections.map(({ key }) => key),
    transforms,
    sources,
    schedule: product.schedule,
  });
  registryLogger.loaded();
  return new LoadedPlatform({ file, artifacts, selections, registry, secrets, logger });
}

/** What a product with transforms needs: an engine, which has to be stated, and an orchestrator, which need not. */
function withDefaults({ plugins, transforms }: ProductShape, reader: ShapeReader): readonly PluginSelection[] {
  if (transforms === undefined || reader.at(["plugins"]) === undefined) return plugins;
  if (reader.at(["plugins", "compute"]) === undefined) reader.missing(["plugins", "compute"], "the plugin that runs the SQL");
  return reader.at(EMBEDDED_ORCHESTRATOR.namePath) === undefined ? [...plugins, EMBEDDED_ORCHESTRATOR] : plugins;
}
