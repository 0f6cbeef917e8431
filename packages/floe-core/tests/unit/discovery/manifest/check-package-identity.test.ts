import { describe, expect, test } from "vitest";
import { checkPackageIdentity } from "../../../../src/discovery/manifest/check-package-identity.ts";

describe("checkPackageIdentity", () => {
  test("takes name and version", () => {
    expect(checkPackageIdentity({ name: "@a/b", version: "1.0.0-rc.1", more: 1 })).toEqual({
      value: { name: "@a/b", version: "1.0.0-rc.1" },
    });
  });

  test.each([[{ version: "1.0.0" }], [{ name: "../x", version: "1.0.0" }], [{ name: 1, version: "1.0.0" }]])(
    "refuses the name of %j",
    (manifest) => {
      expect(checkPackageIdentity(manifest).problem?.code).toBe("package_name_invalid");
    },
  );

  test.each([[{ name: "a" }], [{ name: "a", version: "1.0" }], [{ name: "a", version: 1 }], [{ name: "a", version: "v1.0.0" }]])(
    "refuses the version of %j",
    (manifest) => {
      expect(checkPackageIdentity(manifest).problem?.code).toBe("package_version_invalid");
    },
  );
});
