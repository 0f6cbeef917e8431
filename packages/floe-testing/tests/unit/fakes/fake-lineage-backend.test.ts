import { expect, test } from "vitest";
import { FakeLineageBackend } from "../../../src/fakes/fake-lineage-backend.ts";

test("FakeLineageBackend answers what its type asks", async () => {
  const backend = new FakeLineageBackend();
  expect(backend.getTransportConfig()).toEqual({ type: "console", timeoutMs: 1000 });
  expect(backend.getNamespaceStrategy()).toMatchObject({ defaultNamespace: "fake" });
  expect(backend.getHelmValues()).toEqual({});
  await expect(backend.validateConnection()).resolves.toMatchObject({ status: "healthy" });
});
