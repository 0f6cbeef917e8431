import { silentLogger } from "floe-core";
import { expect, test } from "vitest";
import { gatherEvidence } from "../../../src/explain/evidence.ts";
import { anyVersion, packageTree, secretsPackage } from "../../support/package-tree.ts";

test("gatherEvidence looks at what is reachable, and at all that is installed when asked", () => {
  const trap = "throw new Error('imported')";
  const packages = { near: secretsPackage("near", trap), far: secretsPackage("far", trap), broken: secretsPackage("Broken", trap) };
  const cwd = packageTree({ dependencies: anyVersion("near") }, packages);
  const warnings: string[] = [];
  const evidence = gatherEvidence({ cwd, logger: { ...silentLogger, warn: (message) => warnings.push(message) } });
  expect(evidence.infos().map(({ key }) => key)).toEqual(["floe.secrets:near"]);
  expect(evidence.installed().entryPoints.map(({ key }) => key)).toEqual(["floe.secrets:far", "floe.secrets:near"]);
  expect(evidence.installed()).toBe(evidence.installed());
  expect(evidence.index().waves.get("floe.secrets:near")).toBe(1);
  expect([evidence.installed().skipped.length, warnings]).toEqual([1, []]);
});
