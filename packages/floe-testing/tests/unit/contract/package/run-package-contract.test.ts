import { expect, test } from "vitest";
import { runPackageContract } from "../../../../src/contract/package/run-package-contract.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";

test("runPackageContract rejects for a folder that is no plugin package, and with the reason of its signal", async () => {
  using project = createTempProject();
  await expect(runPackageContract(project.path)).rejects.toMatchObject({ code: "FLOE_CONTRACT_SETUP" });
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(runPackageContract(project.path, { signal })).rejects.toThrow("enough");
});
