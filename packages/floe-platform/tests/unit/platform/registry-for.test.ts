import { silentLogger } from "floe-core";
import { describe, expect, test } from "vitest";
import { registryFor } from "../../../src/platform/registry-for.ts";
import { fakeRegistry } from "../../support/fake-plugins.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe(registryFor.name, () => {
  test("registryFor takes the registry that it is given", () => {
    const registry = fakeRegistry();
    expect(registryFor("anywhere", silentLogger, { registry })).toBe(registry);
  });

  test("registryFor makes one that looks at the packages of the folder", () => {
    const root = temporaryFolder({ "package.json": JSON.stringify({ name: "app", floe: { computes: { here: "./none.js" } } }) });
    for (const options of [{}, { scope: "installed" } as const]) {
      expect(registryFor(root, silentLogger, options).discoverAll().skipped).toMatchObject([{ package: "app" }]);
    }
  });
});
