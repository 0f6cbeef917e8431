import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { PluginType, type CallOptions } from "floe-core";
import { FakeSemanticLayer } from "../../fakes/fake-semantic-layer.ts";
import type { BrokenPlugin } from "../broken-plugin.ts";
import { brokenFake, type BrokenFakeParts } from "./broken-fake.ts";

/** Semantic layers that break one promise of their type. */
export const BROKEN_SEMANTIC_LAYERS: readonly BrokenPlugin[] = Object.freeze([
  broken({
    id: "layer-writes-beside-its-folder",
    title: "that is a semantic layer and writes beside the folder that it is given",
    violates: "semantic-layer/stays-below-its-folder",
    class: syncing(async (sync, outputDir) => [...(await sync(`${outputDir}-beside`))]),
  }),
  broken({
    id: "layer-answers-with-relative-paths",
    title: "that is a semantic layer and answers with relative paths",
    violates: "semantic-layer/stays-below-its-folder",
    class: syncing(async (sync, outputDir) => (await sync(outputDir)).map((path) => relative(outputDir, path))),
  }),
  broken({
    id: "layer-says-less-than-it-writes",
    title: "that is a semantic layer and writes a file that it says nothing of",
    violates: "semantic-layer/writes-what-it-says",
    class: syncing(async (sync, outputDir) => {
      const paths = await sync(outputDir);
      await writeFile(join(outputDir, "index.json"), JSON.stringify(paths.length));
      return paths;
    }),
  }),
  broken({
    id: "layer-says-more-than-it-writes",
    title: "that is a semantic layer and names a file that it did not write",
    violates: "semantic-layer/writes-what-it-says",
    class: syncing(async (sync, outputDir) => [join(outputDir, "index.json"), ...(await sync(outputDir))]),
  }),
  broken({
    id: "layer-does-not-sort",
    title: "that is a semantic layer and names what it wrote backwards",
    violates: "semantic-layer/sorts-its-paths",
    class: syncing(async (sync, outputDir) => [...(await sync(outputDir))].reverse()),
  }),
  broken({
    id: "layer-takes-missing-for-empty",
    title: "that is a semantic layer and takes a missing manifest for an empty one",
    violates: "semantic-layer/refuses-a-missing-manifest",
    class: syncing(async (sync, outputDir, signal) =>
      sync(outputDir).catch((): readonly string[] => {
        signal?.throwIfAborted();
        return [];
      }),
    ),
  }),
  broken({
    id: "layer-context-is-a-set",
    title: "that is a semantic layer whose security context holds a set",
    violates: "semantic-layer/security-context",
    members: { getSecurityContext: (namespace: string, roles: readonly string[]) => ({ namespace, roles: new Set(roles) }) },
  }),
  broken({
    id: "layer-datasource-is-a-plugin",
    title: "that is a semantic layer whose datasource is the compute plugin itself",
    violates: "semantic-layer/datasource-config",
    members: { getDatasourceConfig: (compute: object) => ({ compute }) },
  }),
  broken({
    id: "layer-endpoint-is-a-path",
    title: "that is a semantic layer whose endpoint is a path",
    violates: "semantic-layer/endpoints",
    members: { getApiEndpoints: () => ({ sql: "/api/sql" }) },
  }),
  broken({
    id: "layer-values-hold-a-big-number",
    title: "that is a semantic layer whose helm values hold a bigint",
    violates: "semantic-layer/helm-values",
    members: { getHelmValues: () => ({ replicas: 1n }) },
  }),
  broken({
    id: "layer-ignores-its-signal",
    title: "that is a semantic layer and syncs whatever its signal says",
    violates: "semantic-layer/honours-signals",
    class: class extends FakeSemanticLayer {
      override syncFromDbtManifest(manifestPath: string, outputDir: string): Promise<readonly string[]> {
        return super.syncFromDbtManifest(manifestPath, outputDir);
      }
    },
  }),
]);

function broken(parts: BrokenFakeParts): BrokenPlugin {
  return brokenFake(PluginType.SEMANTIC_LAYER, parts);
}

/** A layer that syncs in one way differently. */
function syncing(
  change: (
    sync: (outputDir: string) => Promise<readonly string[]>,
    outputDir: string,
    signal: AbortSignal | undefined,
  ) => Promise<readonly string[]>,
): new () => FakeSemanticLayer {
  return class extends FakeSemanticLayer {
    override async syncFromDbtManifest(manifestPath: string, outputDir: string, options?: CallOptions): Promise<readonly string[]> {
      return change((folder) => super.syncFromDbtManifest(manifestPath, folder, options), outputDir, options?.signal);
    }
  };
}
