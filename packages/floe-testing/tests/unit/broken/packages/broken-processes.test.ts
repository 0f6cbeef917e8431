import { PluginRegistry } from "floe-core";
import { expect, test } from "vitest";
import { BROKEN_PROCESSES } from "../../../../src/broken/packages/broken-processes.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";

test.each(BROKEN_PROCESSES.map((one) => [one.id, one] as const))("BROKEN_PROCESSES %s is discovered all the same: only its process is at risk", (_, one) => {
  using project = createTempProject({ packages: { "broken-package": one.package } });
  const registry = new PluginRegistry({ cwd: project.path });
  expect(registry.discoverAll()).toMatchObject({ skipped: [], entryPoints: [{ key: "floe.computes:broken" }] });
});
