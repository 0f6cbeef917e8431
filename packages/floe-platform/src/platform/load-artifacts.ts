import path from "node:path";
import { silentLogger, type CompiledArtifacts, type EntryPointGroup, type PluginConfig, type PluginRegistry } from "floe-core";
import { readArtifacts } from "../artifacts/read-artifacts.ts";
import { readArtifactsFile } from "../artifacts/read-artifacts-file.ts";
import { valueAt } from "../document/document-path.ts";
import { objectDocument } from "../document/platform-document.ts";
import { preparePlugins } from "../plugins/prepare-plugins.ts";
import { PlatformFileError } from "../problems/platform-file-error.ts";
import { ProblemList } from "../problems/problem-list.ts";
import type { PluginSelection } from "../product/read-plugins.ts";
import { ShapeReader } from "../product/shape-reader.ts";
import { SecretConfigs } from "../secrets/secret-configs.ts";
import { resolveReferences } from "../variables/resolve-references.ts";
import { loadingLogger } from "./loading-logger.ts";
import { LoadedPlatform } from "./loaded-platform.ts";
import type { Platform } from "./platform.ts";
import type { PlatformOptions } from "./platform-options.ts";
import { redactingLogger } from "./redacting-logger.ts";
import { registryFor } from "./registry-for.ts";

/** What loading compiled artifacts may be told. */
export interface ArtifactsOptions extends PlatformOptions {
  /**
   * Only the plugins of these groups and what they need: a process that runs one step has no use for others.
   * Default: all.
   */
  readonly groups?: readonly EntryPointGroup[];
}

/**
 * Makes a platform from what `Platform.compile` gave: a file, or the object itself. Its plugins are found, loaded
 * and configured as `loadPlatform` does; its SQL is not read again. Starts nothing, writes nothing.
 *
 * @throws PlatformFileError with every problem.
 * @example
 * ```ts
 * import { loadArtifacts, loadPlatform } from "floe-platform";
 *
 * await using platform = await loadPlatform("floe.yaml");
 * const artifacts = platform.compile();
 * await using again = await loadArtifacts(artifacts);
 * console.log(again.name === platform.name); // true
 * ```
 */
export async function loadArtifacts(source: string | CompiledArtifacts, options: ArtifactsOptions = {}): Promise<Platform> {
  const { cwd = process.cwd(), env = process.env, logger: plainLogger = silentLogger, groups, signal } = options;
  const problems = new ProblemList();
  const file = typeof source === "string" ? path.resolve(cwd, source) : undefined;
  const fail = (): never => {
    throw new PlatformFileError(file, problems.sorted(file));
  };

  const document = file === undefined ? objectDocument(source) : readArtifactsFile(file, problems);
  if (document === undefined) return fail();
  const reader = new ShapeReader(document, document.value, problems);
  const read = readArtifacts(reader);
  if (read === undefined) return fail();
  // SQL may hold whatever it likes: references are only in configurations.
  const configs = { ...document, value: { plugins: read.artifacts.plugins.map(({ config }) => ({ config })) } };
  const { value, secrets: references } = resolveReferences(configs, env, problems);
  const all = read.selections
    // A mapping stays one when its references are resolved.
    .map((one) => ({ ...one, config: (valueAt(value, one.configPath) ?? {}) as PluginConfig }));

  const secrets = new SecretConfigs({ document, env, selections: all, references });
  const logger = redactingLogger(plainLogger, secrets);
  const registryLogger = loadingLogger(logger);
  const registry = registryFor(read.artifacts.product.root, registryLogger, options);
  const selections = groups === undefined ? all : selectGroups(all, groups, registry);
  const { order } = await preparePlugins(registry, selections, reader, ({ key }) => secrets.holdersAmong([key]).length > 0);
  signal?.throwIfAborted();
  if (!problems.isEmpty) return fail();
  const plugins = read.artifacts.plugins.filter(({ key }) => order.includes(key));
  for (const { key, version } of plugins) {
    const found = registry.list().find((info) => info.key === key)?.version;
    if (found !== version) logger.warn(`${key} was compiled in version ${version} and is installed in ${found ?? "none"}`);
  }
  registryLogger.loaded();
  return new LoadedPlatform({ file, artifacts: { ...read.artifacts, plugins }, selections, registry, secrets, logger });
}

/** The selections of these groups and those that they need. */
function selectGroups(
  selections: readonly PluginSelection[],
  groups: readonly EntryPointGroup[],
  registry: PluginRegistry,
): readonly PluginSelection[] {
  registry.discoverAll();
  const wanted = selections.filter(({ group }) => groups.includes(group)).map(({ key }) => key);
  const { requirements } = registry.graph(wanted);
  return selections.filter(({ key }) => wanted.includes(key) || Object.hasOwn(requirements, key));
}
