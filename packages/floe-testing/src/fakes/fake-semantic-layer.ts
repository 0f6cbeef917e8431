import { SemanticLayerPlugin, type ComputePlugin, type HelmValues } from "floe-core";
import { installFake, type Fake, type FakeCall, type FakeOptions } from "./install-fake.ts";

/** A semantic layer without models: a sync writes nothing. */
export class FakeSemanticLayer extends SemanticLayerPlugin implements Fake {
  readonly calls: readonly FakeCall[];

  constructor(options: FakeOptions<SemanticLayerPlugin> = {}) {
    super();
    this.calls = installFake(this, options);
  }

  async syncFromDbtManifest(): Promise<readonly string[]> {
    return [];
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
