import { execPath } from "node:process";
import { describe, expect, test } from "vitest";
import { createDocument } from "../../../src/definitions/create-document.ts";
import { codeLocationFiles } from "../../../src/files/code-location-files.ts";
import { OWNERSHIP } from "../../../src/files/ownership.ts";
import { config, product, transform } from "../../support/product.ts";

describe("codeLocationFiles", () => {
  const artifacts = product([transform("a")]);
  const document = createDocument({ artifacts, config: config({ location: 'the "shop"' }), stepCommand: [execPath] });
  const files = codeLocationFiles({ artifacts, document });

  test("lists what is referred to first, and last what Dagster loads", () => {
    expect(Object.keys(files)).toEqual(["artifacts.json", "floe.json", "workspace.yaml", "pyproject.toml", "definitions.py"]);
  });

  test("makes JSON of the artifacts and the document", () => {
    expect(JSON.parse(files["artifacts.json"])).toEqual(artifacts);
    expect(JSON.parse(files["floe.json"])).toEqual(document);
  });

  test("names the location in the workspace", () => {
    expect(files["workspace.yaml"]).toContain('      location_name: "the \\"shop\\""\n');
  });

  test("makes files that are known as its own", () => {
    for (const [name, isOurs] of Object.entries(OWNERSHIP)) expect(isOurs(files[name as keyof typeof OWNERSHIP])).toBe(true);
  });
});
