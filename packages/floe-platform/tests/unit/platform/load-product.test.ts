import { expect, test } from "vitest";
import { loadProduct } from "../../../src/platform/load-product.ts";
import { PlatformFileError } from "../../../src/problems/platform-file-error.ts";
import { fakeRegistry } from "../../support/fake-plugins.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const FILES = { "good.yaml": "name: shop\nplugins: {}\n", "bad.yaml": "name: 1\n" };

test("loadProduct reads a product, or says what is wrong with it", async () => {
  const options = { cwd: temporaryFolder(FILES), registry: fakeRegistry() };
  await using platform = await loadProduct("good.yaml", options);
  expect(platform.name).toBe("shop");
  await expect(loadProduct("bad.yaml", options)).rejects.toThrow(PlatformFileError);
});
