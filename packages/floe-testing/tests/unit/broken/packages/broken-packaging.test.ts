import { expect, test } from "vitest";
import { BROKEN_PACKAGING } from "../../../../src/broken/packages/broken-packaging.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";

test.each(BROKEN_PACKAGING.map((one) => [one.id, one] as const))("BROKEN_PACKAGING %s can be written, and breaks a promise of the package", (_, one) => {
  using project = createTempProject({ packages: { "broken-package": one.package, ...one.others } });
  expect(project.packagePath("broken-package")).toContain("broken-package");
  expect(one.violates).toMatch(/^package\//);
});
