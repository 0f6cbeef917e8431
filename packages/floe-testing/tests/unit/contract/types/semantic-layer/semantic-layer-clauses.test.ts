import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { SEMANTIC_LAYER_CLAUSES } from "../../../../../src/contract/types/semantic-layer/semantic-layer-clauses.ts";
import { FakeSemanticLayer } from "../../../../../src/fakes/fake-semantic-layer.ts";
import { allKept, tryClauses } from "../../../../support/try-clauses.ts";

test("SEMANTIC_LAYER_CLAUSES are kept by the type's fake", async () => {
  const outcomes = await tryClauses(PluginType.SEMANTIC_LAYER, SEMANTIC_LAYER_CLAUSES, { create: () => new FakeSemanticLayer() });
  expect(outcomes).toEqual(allKept(SEMANTIC_LAYER_CLAUSES));
});

test("SEMANTIC_LAYER_CLAUSES refuse a layer that nobody can ask, and name an endpoint that is no URL", async () => {
  for (const [endpoints, reason] of [[{}, "has none"], [{ sql: "localhost" }, "Endpoint sql"]] as const) {
    const create = (): FakeSemanticLayer => new FakeSemanticLayer({ getApiEndpoints: () => endpoints });
    const outcomes = await tryClauses(PluginType.SEMANTIC_LAYER, SEMANTIC_LAYER_CLAUSES, { create });
    expect(outcomes["semantic-layer/endpoints"]).toContain(reason);
  }
});

test("SEMANTIC_LAYER_CLAUSES refuse a layer that writes into the roles that it is given", async () => {
  const getSecurityContext = (namespace: string, roles: readonly string[]): Readonly<Record<string, unknown>> => {
    (roles as string[]).sort();
    return { namespace };
  };
  const create = (): FakeSemanticLayer => new FakeSemanticLayer({ getSecurityContext });
  const outcomes = await tryClauses(PluginType.SEMANTIC_LAYER, SEMANTIC_LAYER_CLAUSES, { create });
  expect(outcomes["semantic-layer/security-context"]).toContain("broken: It ended with an error");
});
