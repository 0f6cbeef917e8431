import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packageFolder } from "../../src/package-folder.ts";

test("packageFolder is the folder of this package's package.json", () => {
  expect(JSON.parse(readFileSync(new URL("package.json", packageFolder), "utf8"))).toMatchObject({ name: "floe-dagster-orchestrator" });
});
