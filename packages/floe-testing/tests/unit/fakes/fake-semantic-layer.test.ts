import { expect, test } from "vitest";
import { FakeCompute } from "../../../src/fakes/fake-compute.ts";
import { FakeSemanticLayer } from "../../../src/fakes/fake-semantic-layer.ts";

test("FakeSemanticLayer answers what its type asks", async () => {
  const layer = new FakeSemanticLayer();
  await expect(layer.syncFromDbtManifest()).resolves.toEqual([]);
  expect(layer.getSecurityContext("sales", ["reader"])).toEqual({ namespace: "sales", roles: ["reader"] });
  expect(layer.getDatasourceConfig(new FakeCompute({ name: "duck" }))).toEqual({ compute: "duck" });
  expect(layer.getApiEndpoints()).toEqual({ sql: "http://localhost/sql" });
  expect(layer.getHelmValues()).toEqual({});
});
