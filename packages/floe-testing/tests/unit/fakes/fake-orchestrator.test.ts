import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LineageEvent } from "floe-core";
import { describe, expect, test } from "vitest";
import { FakeOrchestrator } from "../../../src/fakes/fake-orchestrator.ts";
import { createTempProject } from "../../../src/temp-project/create-temp-project.ts";
import { artifacts, transform } from "../../support/artifacts.ts";

const product = artifacts([transform("b", "a"), transform("a")], { schedule: { cron: "@daily", timezone: "UTC" } });

describe("FakeOrchestrator", () => {
  test("FakeOrchestrator makes definitions of a product, in order and with its schedule", async () => {
    const definitions = await new FakeOrchestrator().createDefinitions(product);
    expect(definitions).toMatchObject({
      assets: [{ name: "a" }, { name: "b", dependsOn: ["a"] }],
      jobs: [{ name: "shop", assets: ["a", "b"] }],
      schedules: [{ job: "shop", cron: "@daily", timezone: "UTC" }],
    });
    await expect(new FakeOrchestrator().createDefinitions(artifacts([]))).resolves.toMatchObject({ schedules: [] });
  });

  test("FakeOrchestrator refuses transforms that cannot be ordered", () => {
    expect(() => new FakeOrchestrator().createAssetsFromTransforms([transform("a", "a")])).toThrow(RangeError);
  });

  test("FakeOrchestrator runs a product", async () => {
    await expect(new FakeOrchestrator().run(product, { plugins: {} })).resolves.toMatchObject({ status: "succeeded" });
  });

  test("FakeOrchestrator writes its entry file and nothing beside it", async () => {
    using project = createTempProject({ floeCore: "none" });
    const outputDir = join(project.path, "out");
    const file = await new FakeOrchestrator().generateEntryPointCode({ artifacts: product, outputDir });
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ jobs: [{ name: "shop" }] });
    expect(readdirSync(outputDir)).toEqual(["definitions.json"]);
  });

  test("FakeOrchestrator writes no entry file once the signal is aborted", async () => {
    using project = createTempProject({ floeCore: "none" });
    const request = { artifacts: product, outputDir: project.path, signal: AbortSignal.abort() };
    await expect(new FakeOrchestrator().generateEntryPointCode(request)).rejects.toThrow();
    expect(existsSync(join(project.path, "definitions.json"))).toBe(false);
  });

  test("FakeOrchestrator keeps schedules by job, and the last one of each", async () => {
    const orchestrator = new FakeOrchestrator();
    await orchestrator.scheduleJob({ job: "shop", cron: "@daily", timezone: "UTC" });
    await orchestrator.scheduleJob({ job: "shop", cron: "@hourly", timezone: "UTC" });
    expect([...orchestrator.schedules.values()]).toEqual([{ job: "shop", cron: "@hourly", timezone: "UTC" }]);
  });

  test("FakeOrchestrator keeps lineage events and answers with their run", async () => {
    const orchestrator = new FakeOrchestrator();
    const event: LineageEvent = {
      eventType: "START",
      eventTime: "2024-01-01T00:00:00Z",
      run: { runId: "r" },
      job: { namespace: "n", name: "j" },
      inputs: [],
      outputs: [],
      producer: "https://example.com",
      schemaURL: "https://openlineage.io/spec/2-0-2/OpenLineage.json",
    };
    await expect(orchestrator.emitLineageEvent(event)).resolves.toBe("r");
    expect(orchestrator.lineage).toEqual([event]);
  });

  test("FakeOrchestrator answers the rest of what its type asks", async () => {
    const orchestrator = new FakeOrchestrator();
    await expect(orchestrator.validateConnection()).resolves.toMatchObject({ status: "healthy" });
    expect(orchestrator.getResourceRequirements("small").cpuRequest).toBe("100m");
    expect(orchestrator.getHelmValues()).toEqual({});
    expect(orchestrator.sensorDefinition()).toBeNull();
  });
});
