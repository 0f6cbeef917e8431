import { InvalidScheduleError, type CompiledArtifacts } from "floe-core";
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { artifactsText } from "../../../src/definitions/artifacts-text.ts";
import { createDocument } from "../../../src/definitions/create-document.ts";
import type { DagsterDocument } from "../../../src/definitions/dagster-document.ts";
import { DagsterDefinitionsError } from "../../../src/errors/dagster-definitions-error.ts";
import { compute, config, product, transform } from "../../support/product.ts";

const make = (artifacts: CompiledArtifacts, stated = {}, stepCommand = ["node", "/step.js"]): DagsterDocument =>
  createDocument({ artifacts, config: config(stated), stepCommand });

describe("createDocument", () => {
  const artifacts = product([transform("a-b"), transform("c", ["a-b"])], { product: { name: "my-shop", root: "/p" }, schedule: { cron: "@daily", timezone: "UTC" } });

  test("describes the product, its job and its schedule", () => {
    const document = make(artifacts);
    expect(document).toMatchObject({
      version: "1.0", product: "my-shop", location: "my-shop", artifacts: "artifacts.json", stepCommand: ["node", "/step.js"],
      assets: [{ transform: "a-b", key: "a_b", group: "my_shop" }, { transform: "c", deps: ["a_b"] }],
      jobs: [{ name: "my_shop", assets: ["a_b", "c"], tags: { "floe/hash": document.hash } }],
      schedules: [{ name: "my_shop_schedule", job: "my_shop", status: "STOPPED" }],
    });
    expect(document.hash).toMatch(/^[0-9a-f]{32}$/);
    expect(document.artifactsSha256).toBe(createHash("sha256").update(artifactsText(artifacts)).digest("hex"));
  });

  test("is the same for the same product, and has another hash for any other", () => {
    expect(make(structuredClone(artifacts))).toEqual(make(artifacts));
    const hashes = [
      make(artifacts),
      make({ ...artifacts, sources: [{ name: "s", path: "s.csv" }] as never }),
      make(artifacts, { location: "elsewhere" }),
      make(artifacts, { retries: { max: 1 } }),
      make(artifacts, { scheduleStatus: "running" }),
      make(artifacts, {}, ["node", "/other.js"]),
      make(artifacts, { executor: { type: "in_process" } }),
    ].map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(7);
  });

  test("has no job of nothing", () => {
    expect(make({ ...artifacts, transforms: [] })).toMatchObject({ assets: [], jobs: [], schedules: [] });
  });

  test("refuses a compute whose tables live in one process's memory, once", () => {
    const inMemory = product([transform("a"), transform("b", ["a"])], { plugins: [compute("duckdb", "none")] });
    expect(() => make(inMemory)).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ transform: "a", value: "duckdb", remedy: "Give the engine a file to keep its tables in." })],
      }),
    );
  });

  test("lists the problems of names, settings and computes together", () => {
    const bad = product([transform("shop"), transform("type"), transform("c", [], { meta: { dagster: { x: 1 } } })], { plugins: [compute("duckdb", "none")] });
    expect(() => make(bad)).toThrow(DagsterDefinitionsError);
    const problem = expect.anything() as unknown;
    expect(() => make(bad)).toThrow(expect.objectContaining({ problems: [problem, problem, problem, problem] }));
  });

  test("refuses a schedule that Dagster would", () => {
    expect(() => make({ ...artifacts, schedule: { cron: "never", timezone: "UTC" } })).toThrow(InvalidScheduleError);
  });
});
