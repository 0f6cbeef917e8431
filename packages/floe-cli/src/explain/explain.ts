import { dirname, resolve } from "node:path";
import { FLOE_PLUGIN_API_VERSION, type Logger, type PluginKey } from "floe-core";
import { askProduct, type AskedProduct, type ProductAccess } from "./ask-product.ts";
import { gatherEvidence, type Evidence } from "./evidence.ts";
import { explainPackage } from "./explain-package.ts";
import { explainPlugin } from "./explain-plugin.ts";
import type { ExplainedPackage, Explanation } from "./explanation.ts";
import { loadPlugins } from "./load-plugins.ts";
import { nearestNames } from "./nearest-names.ts";
import { neededBy } from "./needed-by.ts";
import { isAskedFor, readPluginQuery, type PluginQuery } from "./plugin-query.ts";
import { skippedPlugin } from "./skipped-plugin.ts";

/** A question about plugins. */
export interface Question extends ProductAccess {
  /** A plugin, a package or a name. */
  readonly what: string;
  /** The platform file, from `cwd`; undefined: `floe.yaml`, if there is one. */
  readonly file: string | undefined;
  /** Whether the plugins' code may be imported: without it there is no configuration, no load, no product. */
  readonly load: boolean;
  /** Where discovery and loading log. */
  readonly logger: Logger;
}

/** Answers a question about plugins: looks at what is installed, and imports what is asked about if it may. */
export async function explain(question: Question): Promise<Explanation> {
  const { what, file, load, cwd, logger, signal } = question;
  // As for the product itself: its plugins are looked for from its file's folder.
  const root = file === undefined ? cwd : dirname(resolve(cwd, file));
  const evidence = gatherEvidence({ cwd: root, logger });
  const query = readPluginQuery(what);
  const { keys, asked } = find(query, evidence, root);
  const usable = evidence.infos().filter(({ key, conflict }) => keys.includes(key) && conflict === undefined);
  const loaded = await loadPlugins(load ? usable : [], evidence.registry, signal);
  const product: AskedProduct | undefined = load && keys.length > 0 ? await askProduct(file, question) : undefined;
  const isFound = keys.length > 0 || asked !== undefined;
  const { packagesRead, durationMs } = evidence.report;
  return {
    query: what,
    apiVersion: FLOE_PLUGIN_API_VERSION,
    plugins: keys.map((key) =>
      explainPlugin(key, evidence, { loaded: loaded.get(key), inProduct: product?.standingOf(key) ?? null }),
    ),
    package: asked ?? null,
    nearest: isFound ? [] : nearestNames(query, evidence.infos(), knownPackages(evidence)),
    neededBy: isFound ? [] : neededBy(query, evidence.index().graph),
    product: product?.product ?? null,
    discovery: { packagesRead, durationMs },
  };
}

/** A word is a plugin's name before it is a package's. */
function find(
  query: PluginQuery,
  evidence: Evidence,
  root: string,
): { readonly keys: readonly PluginKey[]; readonly asked?: ExplainedPackage | undefined } {
  const named = query.name === undefined ? [] : keysNamed(query, evidence);
  if (named.length > 0 || query.package === undefined) return { keys: named };
  const asked = explainPackage(query.package, evidence, root);
  const { entryPoints } = asked?.verdict === "unreachable" ? evidence.installed() : evidence.report;
  const brought = entryPoints.filter((entry) => entry.package.name === asked?.name).map(({ key }) => key);
  const skipped = asked?.skipped.flatMap((verdict) => skippedPlugin(verdict)?.key ?? []) ?? [];
  return { keys: sorted([...brought, ...skipped]), asked };
}

/** What is there under a name, whether it was accepted or not; what is merely installed only if nothing else is. */
function keysNamed(query: PluginQuery, evidence: Evidence): readonly PluginKey[] {
  const among = ({ entryPoints, skipped }: ReturnType<Evidence["installed"]>): PluginKey[] =>
    [...entryPoints, ...skipped.flatMap((verdict) => skippedPlugin(verdict) ?? [])]
      .filter((plugin) => isAskedFor(plugin, query))
      .map(({ key }) => key);
  const reachable = sorted(among(evidence.report));
  return reachable.length > 0 ? reachable : sorted(among(evidence.installed()));
}

function knownPackages({ report }: Evidence): readonly string[] {
  return [...report.entryPoints.map((entry) => entry.package.name), ...report.skipped.map((verdict) => verdict.package)];
}

function sorted(keys: readonly PluginKey[]): readonly PluginKey[] {
  return [...new Set(keys)].sort();
}
