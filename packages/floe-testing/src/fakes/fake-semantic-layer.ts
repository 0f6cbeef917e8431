import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { SemanticLayerPlugin, type CallOptions, type ComputePlugin, type HelmValues } from "floe-core";
import { installFake, type Fake, type FakeCall, type FakeOptions } from "./install-fake.ts";

/** A semantic layer: a sync writes a file for each model of the manifest, with what the manifest says of it. */
export class FakeSemanticLayer extends SemanticLayerPlugin implements Fake {
  readonly calls: readonly FakeCall[];

  constructor(options: FakeOptions<SemanticLayerPlugin> = {}) {
    super();
    this.calls = installFake(this, options);
  }

  async syncFromDbtManifest(manifestPath: string, outputDir: string, options?: CallOptions): Promise<readonly string[]> {
    const { signal } = options ?? {};
    signal?.throwIfAborted();
    const manifest: unknown = JSON.parse(await readFile(manifestPath, { encoding: "utf8", signal }));
    const { nodes = {} } = Object(manifest) as { readonly nodes?: Readonly<Record<string, unknown>> };
    await mkdir(outputDir, { recursive: true });
    const files = Object.entries(nodes)
      .filter(([id]) => id.startsWith("model."))
      .map(([id, node]) => [resolve(join(outputDir, `${id}.json`)), node] as const);
    for (const [file, node] of files) await writeFile(file, JSON.stringify(node), { signal });
    return files.map(([file]) => file).sort();
  }

  getSecurityContext(namespace: string, roles: readonly string[]): Readonly<Record<string, unknown>> {
    return { namespace, roles };
  }

  getDatasourceConfig(compute: ComputePlugin): Readonly<Record<string, unknown>> {
    return { compute: compute.name };
  }

  getApiEndpoints(): Readonly<Record<string, string>> {
    return { sql: "http://localhost/sql" };
  }

  getHelmValues(): HelmValues {
    return {};
  }
}
