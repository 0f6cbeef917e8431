import { expect, test } from "vitest";
import { discoverInstalled } from "../../../../src/contract/package/discover-installed.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";
import { pluginPackage } from "../../../../src/temp-project/plugin-package.ts";

test("discoverInstalled tells what is accepted and refused of one package, and of no other", () => {
  const mine = pluginPackage({ type: "floe.dbt", name: "mine" });
  using project = createTempProject({
    packages: {
      mine: { ...mine, floe: { apiVersion: "1.0", dbt: { mine: "./plugin.js#MinePlugin", other: 7 } } },
      another: pluginPackage({ type: "floe.dbt", name: "another" }),
    },
  });
  const installed = { application: project.path, folder: project.packagePath("mine"), manifest: { name: "mine" } };
  expect(discoverInstalled(installed)).toMatchObject({
    entryPoints: [{ key: "floe.dbt:mine" }],
    skipped: [{ path: "floe.dbt.other" }],
  });
});
