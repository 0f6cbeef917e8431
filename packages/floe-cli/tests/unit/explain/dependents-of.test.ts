import { expect, test } from "vitest";
import { dependentsOf } from "../../../src/explain/dependents-of.ts";
import { tangledRegistry } from "../../support/tangled-registry.ts";

const graph = tangledRegistry().graph();

test("dependentsOf lists who states a plugin, and who needs it through others", () => {
  expect(dependentsOf("floe.storage:disk", graph)).toEqual({
    direct: ["floe.computes:duckdb"],
    indirect: ["floe.dbt:strict", "floe.orchestrators:local", "floe.telemetry_backends:otel"],
  });
  expect(dependentsOf("floe.computes:spark", graph)).toEqual({ direct: [], indirect: [] });
});

test("dependentsOf leaves a plugin on a cycle out of its own dependents", () => {
  expect(dependentsOf("floe.secrets:vault", graph)).toEqual({
    direct: ["floe.identity:oidc", "floe.orchestrators:waiting"],
    indirect: ["floe.semantic_layers:late"],
  });
});
