import { describe, expect, test } from "vitest";
import { gatherEvidence } from "../../../src/explain/evidence.ts";
import { explainPackage } from "../../../src/explain/explain-package.ts";
import { anyVersion, packageTree, secretsPackage, type PackageFiles } from "../../support/package-tree.ts";

function explained(name: string, application: Record<string, unknown>, packages: Record<string, PackageFiles> = {}) {
  const cwd = packageTree(application, packages);
  return explainPackage(name, gatherEvidence({ cwd }), cwd);
}

const needsAcme = { dependencies: anyVersion("acme") };

describe("explainPackage", () => {
  test("explainPackage says where an accepted package is and who states it", () => {
    expect(explained("acme", { devDependencies: anyVersion("acme") }, { acme: secretsPackage("vault") })).toEqual({
      name: "acme",
      verdict: "accepted",
      reason: null,
      remedy: null,
      version: "1.2.3",
      path: expect.stringMatching(/node_modules\/acme$/),
      declaredIn: "devDependencies",
      skipped: [],
    });
  });

  test.each<[string, string, Record<string, unknown>, Record<string, PackageFiles>, RegExp]>([
    ["skipped", "an entry that is wrong", needsAcme, { acme: { manifest: { floe: { secrets: { vault: "./gone.js" } } } } }, /gone\.js/],
    ["skipped", "a block that is no object", needsAcme, { acme: { manifest: { floe: 1 } } }, /floe block/],
    ["no_block", "no floe block", needsAcme, { acme: {} }, /has no floe block/],
    ["no_block", "no floe block, and nobody who needs it", {}, { acme: {} }, /has no floe block/],
    ["empty_block", "an empty floe block", needsAcme, { acme: { manifest: { floe: {} } } }, /names no plugins/],
    ["empty_block", "a floe block of empty groups", needsAcme, { acme: { manifest: { floe: { apiVersion: "1.0", secrets: {} } } } }, /names no plugins/],
    ["unreachable", "nobody who needs it", {}, { acme: secretsPackage("vault") }, /neither the application nor/],
    ["not_installed", "a name in dependencies alone", needsAcme, {}, /not installed/],
    ["not_installed", "a name in devDependencies alone", { devDependencies: anyVersion("acme") }, {}, /under devDependencies, but it is not installed/],
  ])("explainPackage says %s of a package with %s", (verdict, _, application, packages, reason) => {
    const found = explained("acme", application, packages);
    expect(found).toMatchObject({ verdict, reason: expect.stringMatching(reason), remedy: expect.stringMatching(/\.$/) });
  });

  test("explainPackage finds the application itself, and what a plugin's package needs", () => {
    expect(explained("app", {})).toMatchObject({ verdict: "no_block", declaredIn: null });
    const helper = { "package.json": '{ "name": "helper", "version": "2.0.0" }' };
    const acme = secretsPackage("vault");
    const files = { ...acme.files, "node_modules/helper/package.json": helper["package.json"] };
    const found = explained("helper", needsAcme, { acme: { ...acme, files } });
    expect(found).toMatchObject({ verdict: "no_block", version: "2.0.0", declaredIn: null });
  });

  test("explainPackage calls a package unreachable that only a plugin's package happens to see", () => {
    const acme = secretsPackage("vault");
    const helper = JSON.stringify({ name: "helper", version: "2.0.0", ...secretsPackage("other").manifest });
    const files = { ...acme.files, "node_modules/helper/package.json": helper };
    expect(explained("helper", needsAcme, { acme: { ...acme, files } })).toMatchObject({ verdict: "unreachable", version: "2.0.0" });
  });

  test("explainPackage takes a second copy for what it is", () => {
    const acme = secretsPackage("vault");
    const other = { manifest: { floe: {}, dependencies: anyVersion("acme") }, files: {} };
    const copy = { "node_modules/acme/package.json": JSON.stringify({ name: "acme", version: "1.2.3", ...acme.manifest }), "node_modules/acme/plugin.js": "" };
    const found = explained("acme", { dependencies: anyVersion("acme", "other") }, { acme, other: { ...other, files: copy } });
    expect(found).toMatchObject({ verdict: "accepted", skipped: [{ code: "duplicate_copy" }] });
  });

  test("explainPackage knows nothing of a package that is nowhere, or without an application", () => {
    expect(explained("nowhere", needsAcme)).toBeUndefined();
    expect(explainPackage("nowhere", gatherEvidence({ cwd: "/" }), "/")).toBeUndefined();
  });
});
