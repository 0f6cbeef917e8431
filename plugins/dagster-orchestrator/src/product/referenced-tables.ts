import { askEngine, PluginType, type CompiledArtifacts, type Logger, type SelectedPlugins } from "floe-core";

/**
 * The tables that each transform's SQL reads, by the transform's name, as the engines' own parsers see them. An engine
 * that is not there or cannot tell leaves its transforms out. Opens no session; each question takes 5 s at the most.
 */
export async function referencedTables(
  { transforms }: Pick<CompiledArtifacts, "transforms">,
  around: {
    readonly plugins: SelectedPlugins;
    readonly signal: AbortSignal;
    readonly logger: Logger;
    readonly mask: (text: string) => string;
  },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { plugins, signal, logger, mask } = around;
  const computes = plugins[PluginType.COMPUTE] ?? [];
  const tables = new Map<string, readonly string[]>();
  for (const transform of transforms) {
    const compute = transform.compute === null ? computes[0] : computes.find(({ name }) => name === transform.compute);
    if (compute === undefined) continue;
    const answer = await askEngine(transform, { compute, session: {}, signal, logger, mask });
    if (answer.tables !== undefined) tables.set(transform.name, answer.tables);
  }
  return tables;
}
