import { PluginType, tryParsePluginKey, type CompiledArtifacts, type ProcessSharing, type TransformConfig } from "floe-core";

/** The compute plugin that runs a transform. */
export interface TransformCompute {
  /** Null where the artifacts name none. */
  readonly name: string | null;
  /** Of a compute that does not say: by one process at a time, which is right for every one that writes to a file. */
  readonly sharing: ProcessSharing;
}

/** Answers which compute plugin runs a transform: the one it states, or the first selected one. */
export function computeFinder({ plugins, selected }: CompiledArtifacts): (transform: TransformConfig) => TransformCompute {
  const computes = new Map(
    plugins.flatMap((plugin) => {
      const key = tryParsePluginKey(plugin.key);
      return key?.type === PluginType.COMPUTE ? [[key.name, plugin.sharing ?? "exclusive"] as const] : [];
    }),
  );
  const first = (selected ?? plugins.map(({ key }) => key))
    .map((key) => tryParsePluginKey(key))
    .find((key) => key?.type === PluginType.COMPUTE);
  return ({ compute }) => {
    const name = compute ?? first?.name ?? null;
    return { name, sharing: (name === null ? undefined : computes.get(name)) ?? "exclusive" };
  };
}
