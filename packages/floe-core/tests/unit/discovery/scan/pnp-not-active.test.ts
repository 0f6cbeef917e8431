import path from "node:path";
import { describe, expect, test } from "vitest";
import type { FoundPackage } from "../../../../src/discovery/scan/found-package.ts";
import { pnpNotActive } from "../../../../src/discovery/scan/pnp-not-active.ts";
import { tempTree } from "../support/temp-tree.ts";

function found(folder: string): FoundPackage {
  const file = path.join(folder, "package.json");
  return { folder, file, manifest: {}, dependencies: [], label: "app", distance: 0 };
}

describe("pnpNotActive", () => {
  test("says how to start the process where a map governs the application", () => {
    const folder = tempTree({ ".pnp.cjs": "", "packages/app/x": "" });
    const application = found(path.join(folder, "packages/app"));
    expect(pnpNotActive(application, [{ name: "a", required: false, dependent: application }])).toMatchObject({
      code: "pnp_not_active",
      package: "app",
      file: application.file,
      message: expect.stringContaining(path.join(folder, ".pnp.cjs")) as string,
      remedy: expect.stringContaining("yarn node") as string,
    });
  });

  test("says nothing where there is no map", () => {
    const application = found(tempTree({}));
    expect(pnpNotActive(application, [{ name: "a", required: true, dependent: application }])).toBeUndefined();
  });

  test("takes the map for another project's where the application lacks nothing", () => {
    const folder = tempTree({ ".pnp.cjs": "" });
    const application = found(folder);
    const dependent = found(path.join(folder, "node_modules/a"));
    expect(pnpNotActive(application, [])).toBeUndefined();
    expect(pnpNotActive(application, [{ name: "b", required: true, dependent }])).toBeUndefined();
  });
});
