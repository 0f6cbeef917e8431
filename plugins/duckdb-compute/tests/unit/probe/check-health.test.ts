import { expect, test } from "vitest";
import { checkHealth } from "../../../src/probe/check-health.ts";
import { configOf } from "../../support/config-of.ts";
import { tempFolder } from "../../support/temp-folder.ts";

test("checkHealth answers as validateConnection does, in plain JSON", async () => {
  const healthy = await checkHealth({ config: configOf(), baseDir: "." }, {});
  expect(healthy).toEqual({
    state: "healthy",
    message: expect.stringContaining("DuckDB v"),
    details: { latencyMs: expect.any(Number), warnings: [], errors: [] },
  });
  expect(JSON.parse(JSON.stringify(healthy))).toEqual(healthy);
  const missing = { config: configOf({ path: "none/a.db", readOnly: true }), baseDir: await tempFolder() };
  expect(await checkHealth(missing, {})).toMatchObject({ state: "unhealthy", message: expect.stringContaining("does not exist") });
});
