import { describe, expect, test } from "vitest";
import { loadTesting } from "../../../src/contract/load-testing.ts";
import { packageTree } from "../../support/package-tree.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const missing = Object.assign(new Error("Cannot find package 'floe-testing' imported from here"), { code: "ERR_MODULE_NOT_FOUND" });
const absent = (): Promise<never> => Promise.reject(missing);

describe("loadTesting", () => {
  test("loadTesting takes the copy beside the command", async () => {
    const own = { runPackageContract: () => Promise.reject(new Error("not called")) };
    expect(await loadTesting(temporaryFolder(), async () => own)).toBe(own);
  });

  test("loadTesting takes the package's own copy where the command has none", async () => {
    const manifest = { exports: "./index.js" };
    const files = { "index.js": "export const runPackageContract = () => 'its own';" };
    const folder = packageTree({}, { "floe-testing": { manifest, files } });
    expect((await loadTesting(folder, absent)).runPackageContract("")).toBe("its own");
  });

  test("loadTesting rejects with a remedy where there is none", async () => {
    const nowhere = (): never => {
      throw missing;
    };
    await expect(loadTesting(temporaryFolder(), absent, nowhere)).rejects.toMatchObject({ code: "FLOE_TESTING_NOT_INSTALLED" });
  });

  test("loadTesting hides no other failure", async () => {
    const other = Object.assign(new Error("Cannot find package 'tar' imported from floe-testing"), { code: "ERR_MODULE_NOT_FOUND" });
    await expect(loadTesting(temporaryFolder(), () => Promise.reject(other))).rejects.toBe(other);
    await expect(loadTesting(temporaryFolder(), () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  });
});
