import { describe, expect, test } from "vitest";
import { productOrigin } from "../../../src/run/product-origin.ts";
import { product } from "../../support/product.ts";

describe("productOrigin", () => {
  test("names the orchestrator's package and the default compute", () => {
    expect(productOrigin(product())).toEqual({
      producer: "pkg:npm/floe-local-orchestrator@0.2.0",
      engine: { name: "floe-local-orchestrator", version: "0.2.0" },
      compute: "duckdb",
    });
  });

  test("goes by what is selected, not by what comes first", () => {
    const plugins = ["a", "b"].flatMap((name) => [
      { key: `floe.computes:${name}`, package: name, version: "1.0.0", config: {} } as const,
      { key: `floe.orchestrators:${name}`, package: `@scope/${name}`, version: "1.0.0+x", config: {} } as const,
    ]);
    const selected = ["floe.orchestrators:b", "floe.computes:b", "floe.computes:a"] as const;
    expect(productOrigin(product({ plugins, selected }))).toMatchObject({
      producer: "pkg:npm/%40scope/b@1.0.0%2Bx",
      compute: "b",
    });
  });

  test("does without artifacts that name no plugins", () => {
    expect(productOrigin(product({ plugins: [] }))).toEqual({
      producer: "pkg:npm/floe-lineage",
      engine: undefined,
      compute: undefined,
    });
  });
});
