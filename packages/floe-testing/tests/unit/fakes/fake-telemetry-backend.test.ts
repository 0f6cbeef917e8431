import { expect, test } from "vitest";
import { FakeTelemetryBackend } from "../../../src/fakes/fake-telemetry-backend.ts";

test("FakeTelemetryBackend answers what its type asks", async () => {
  const backend = new FakeTelemetryBackend();
  const config = backend.getOtlpExporterConfig();
  expect(Object.keys(config.exporters)).toEqual(["debug"]);
  expect(config.service.pipelines).toEqual({ traces: { exporters: ["debug"] } });
  expect(backend.getHelmValues()).toEqual({});
  await expect(backend.validateConnection()).resolves.toMatchObject({ status: "healthy" });
});
