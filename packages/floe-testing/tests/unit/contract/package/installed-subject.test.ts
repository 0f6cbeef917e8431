import { silentLogger } from "floe-core";
import { expect, test } from "vitest";
import { installedSubject } from "../../../../src/contract/package/installed-subject.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";
import { pluginPackage } from "../../../../src/temp-project/plugin-package.ts";

test("installedSubject is discovered in its application, with fakes only for what is not installed there", () => {
  const dependencies = ["floe.computes:real", "floe.secrets:fake", "bare"];
  using project = createTempProject({
    packages: {
      mine: pluginPackage({ type: "floe.dbt", name: "mine", dependencies }),
      real: pluginPackage({ type: "floe.computes", name: "real" }),
      bare: pluginPackage({ type: "floe.storage", name: "bare" }),
    },
  });
  const subject = installedSubject({ type: "floe.dbt", name: "mine", application: project.path });
  const registry = subject.open({ cwd: project.root, logger: silentLogger, limitMs: 100 });
  expect(subject.key).toBe("floe.dbt:mine");
  expect(registry.list().map(({ key, package: from }) => [key, from?.name])).toEqual([
    ["floe.computes:real", "real"],
    ["floe.dbt:mine", "mine"],
    ["floe.secrets:fake", "stand-ins"],
    ["floe.storage:bare", "bare"],
  ]);
  expect(subject.open({ cwd: project.root, logger: silentLogger, limitMs: 100 })).not.toBe(registry);
});
