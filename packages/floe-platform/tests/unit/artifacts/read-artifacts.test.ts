import { describe, expect, test } from "vitest";
import { readArtifacts } from "../../../src/artifacts/read-artifacts.ts";
import { objectDocument } from "../../../src/document/platform-document.ts";
import { ProblemList } from "../../../src/problems/problem-list.ts";
import { ShapeReader } from "../../../src/product/shape-reader.ts";

const artifacts = {
  version: "1.0",
  product: { name: "flights", root: "flights" },
  plugins: [
    { key: "floe.identity:needed", package: "p", version: "1.0.0", config: {} },
    { key: "floe.computes:one", package: "p", version: "1.0.0", config: { a: "${env:A}" } },
    { key: "floe.computes:two", package: "p", version: "1.0.0" },
  ],
  selected: ["floe.computes:two", "floe.computes:one"],
  transforms: [{ name: "a", sql: "SELECT 1", materialization: "table" }],
  sources: [],
};

function read(value: unknown) {
  const problems = new ProblemList();
  const answer = readArtifacts(new ShapeReader(objectDocument(value), value, problems));
  return { answer, problems: problems.sorted(undefined).map(({ path, code }) => `${path} ${code}`) };
}

describe(readArtifacts.name, () => {
  test("readArtifacts gives the selections in the product's order", () => {
    const { answer, problems } = read(artifacts);
    expect(problems).toEqual([]);
    expect(answer?.selections.map(({ key, rawConfig }) => [key, rawConfig])).toEqual([
      ["floe.computes:two", {}],
      ["floe.computes:one", { a: "${env:A}" }],
    ]);
    expect(answer?.selections[1]).toMatchObject({ configPath: ["plugins", 1, "config"], policy: "required" });
  });

  test("readArtifacts takes all plugins for selected where none are listed", () => {
    const { selected: _, ...older } = artifacts;
    expect(read(older).answer?.selections).toHaveLength(3);
  });

  test.each([[null], ["text"], [{}], [{ version: "2.0" }], [{ name: "flights", plugins: {} }]])(
    "readArtifacts refuses %j as no artifacts that it can read",
    (value) => {
      expect(read(value)).toEqual({ answer: undefined, problems: ["version artifacts_invalid"] });
    },
  );

  test("readArtifacts reports everything that it cannot do without", () => {
    const { answer, problems } = read({ version: "1.0", product: {}, plugins: [{}], transforms: [{ name: "a", sql: 1 }], sources: {} });
    expect(answer).toBeUndefined();
    expect(problems).toEqual([
      "product.name key_missing",
      "product.root key_missing",
      "sources type_invalid",
      "transforms[0].sql type_invalid",
      "transforms[0].materialization key_missing",
      "plugins[0].key key_missing",
    ]);
    expect(read({ version: "1.0", product: { name: "a", root: "b" } }).problems).toEqual([
      "sources key_missing",
      "transforms key_missing",
      "plugins key_missing",
    ]);
  });
});
