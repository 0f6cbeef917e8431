import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, inject, test } from "vitest";
import type { DagsterAsset } from "../../src/definitions/dagster-document.ts";
import { setSchedule } from "../../src/files/schedules-file.ts";
import { makeCodeLocation, product, transform, type CodeLocation } from "./code-location.ts";

/*
 * The files that floe writes, given to the installed Dagster: its own validation accepts them however they are found,
 * and what it makes of them is what was asked for.
 */

const SHOW = path.join(import.meta.dirname, "show_definitions.py");

const EVERYTHING = product(
  [
    transform("raw-orders", [], { tags: ["daily", "team/raw"], path: "/products/my-shop/raw-orders.sql" }),
    transform("orders", ["raw-orders"], {
      materialization: "view",
      meta: { description: "For all.", dagster: { checks: [{ name: "columns", columns: ["id"] }] }, team: { name: "core", size: 3 } },
    }),
    transform("totals", ["orders", "raw-orders"], {
      materialization: "incremental",
      uniqueKey: ["id"],
      watermark: "at",
      schema: "marts",
      tags: ["daily"],
      meta: {
        dagster: {
          group: "marts/eu",
          kinds: ["duckdb", "sql"],
          tags: { tier: "1.0", daily: "yes" },
          owners: ["team:data people", "ann@example.org"],
          description: "Totals: **by day**.",
          retry: { max: 3, delaySeconds: 0.5, backoff: "exponential" },
          checks: [
            { name: "rows", description: "Some.", minRows: 1, maxRows: 10, blocking: true },
            { name: "columns", columns: ["id", "at"], severity: "WARN" },
          ],
        },
      },
    }),
    transform("spark-side", [], { compute: "spark" }),
  ],
  {
    plugins: [
      ...product([]).plugins,
      { key: "floe.computes:spark", package: "floe-spark", version: "1.0.0", config: {}, sharing: "concurrent" },
    ],
    schedule: { cron: "30 2 * * mon-fri", timezone: "Europe/Berlin" },
  },
);

const KIND_OF_VALUE = { json: "JsonMetadataValue", md: "MarkdownMetadataValue", path: "PathMetadataValue", text: "TextMetadataValue" };

/** What the Python script is to print of an asset. */
function shown({ key, deps, metadata, retry, checks, transform: _, materialization: __, ...same }: DagsterAsset): unknown {
  return {
    key,
    step: key,
    deps,
    ...same,
    metadata: Object.fromEntries(Object.entries(metadata).map(([name, { type }]) => [name, KIND_OF_VALUE[type]])),
    meta: metadata["floe/meta"]?.value ?? null,
    retry: retry && { ...retry, backoff: retry.backoff === "none" ? null : retry.backoff.toUpperCase() },
    checks: checks.map(({ name, description, blocking }) => ({ name, description, blocking })),
  };
}

async function expectShown(location: CodeLocation): Promise<void> {
  const { stdout, all, exitCode } = await location.run("python", SHOW, location.definitions);
  expect([exitCode, exitCode === 0 ? "" : all]).toEqual([0, ""]);
  const { assets, jobs, schedules } = location.document;
  const made = JSON.parse(stdout) as { readonly jobs: readonly { readonly tags: Readonly<Record<string, string>> }[] };
  expect(made).toMatchObject({
    assets: [...assets].sort((a, b) => (a.key < b.key ? -1 : 1)).map(shown),
    jobs: jobs.map((job) => ({ ...job, assets: [...job.assets].sort() })),
    schedules,
  });
}

describe("the code location", () => {
  const python = inject("python");
  const bin = "reason" in python ? undefined : python.bin;
  const reason = "reason" in python ? python.reason : "";

  test("is accepted with everything in it, from its workspace, its pyproject.toml and its file", async ({ skip }) => {
    if (bin === undefined) return void skip(reason);
    await using location = await makeCodeLocation(bin, EVERYTHING, { settings: { retries: { max: 1, delaySeconds: 2 }, scheduleStatus: "running" } });
    const workspace = path.join(location.folder, "workspace.yaml");
    for (const args of [["-w", workspace], ["-f", location.definitions], []]) {
      // Without arguments Dagster looks for a workspace first.
      if (args.length === 0) await rm(workspace);
      const { all, exitCode } = await location.run("dagster", "definitions", "validate", ...args);
      expect(all).toContain(`Validation successful for code location ${args[0] === "-f" ? "definitions.py" : "my-shop"}.`);
      expect(exitCode).toBe(0);
    }
    await expectShown(location);
  });

  test.for([
    [{}, "multiprocess"],
    [{ type: "multiprocess", config: { max_concurrent: 2 } }, "multiprocess"],
    [{ type: "in_process" }, "in_process"],
    [{ type: "k8s_job", config: { max_concurrent: 20, job_namespace: "floe" } }, "k8s"],
  ] as const)("runs its steps where the executor %j says", async ([executor, name], { skip }) => {
    if (bin === undefined) return void skip(reason);
    await using location = await makeCodeLocation(bin, EVERYTHING, { settings: { executor } });
    const { stdout, all, exitCode } = await location.run("python", SHOW, location.definitions);
    expect([exitCode, exitCode === 0 ? "" : all]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ jobs: [{ executor: expect.stringContaining(name) as unknown }] });
  });

  test("is made of 500 transforms", async ({ skip }) => {
    if (bin === undefined) return void skip(reason);
    const names = Array.from({ length: 500 }, (_, index) => `step-${index}`);
    const many = names.map((name, index) => transform(name, names.slice(Math.max(0, index - 3), index)));
    await using location = await makeCodeLocation(bin, product(many));
    const { all, exitCode } = await location.run("dagster", "definitions", "validate", "-w", "workspace.yaml");
    expect(all).toContain("All code locations passed validation.");
    expect(exitCode).toBe(0);
    await expectShown(location);
  });

  test("loads without a transform", async ({ skip }) => {
    if (bin === undefined) return void skip(reason);
    await using location = await makeCodeLocation(bin, product([], { schedule: { cron: "@daily", timezone: "UTC" } }));
    await expectShown(location);
  });

  test("shows a schedule that was set later in place of the product's own, and none of a job that is gone", async ({ skip }) => {
    if (bin === undefined) return void skip(reason);
    await using location = await makeCodeLocation(bin, EVERYTHING);
    const later = { ...location.document.schedules[0]!, cron: "5/15 * * * fri-mon", timezone: "Asia/Kolkata", status: "RUNNING" } as const;
    await setSchedule(location.folder, later.job, later);
    await setSchedule(location.folder, "gone", { ...later, name: "gone_schedule", job: "gone" });
    const { stdout } = await location.run("python", SHOW, location.definitions);
    expect(JSON.parse(stdout)).toMatchObject({ schedules: [later] });
  });

  test("says what is wrong with schedules that are none, artifacts that are not its own, and a document of another version", async ({ skip }) => {
    if (bin === undefined) return void skip(reason);
    await using location = await makeCodeLocation(bin, EVERYTHING);
    const schedules = path.join(location.folder, "schedules.json");
    await writeFile(schedules, "{");
    const broken = await location.run("dagster", "definitions", "validate", "-w", "workspace.yaml");
    expect(broken.exitCode).toBe(1);
    expect(broken.all).toContain(`Cannot read ${schedules}: `);
    await rm(schedules);
    const [document, artifacts] = [path.join(location.folder, "floe.json"), path.join(location.folder, "artifacts.json")];
    await appendFile(artifacts, " ");
    const stale = await location.run("dagster", "definitions", "validate", "-w", "workspace.yaml");
    expect(stale.exitCode).toBe(1);
    expect(stale.all).toContain("describes other artifacts");
    const text = await readFile(document, "utf8");
    await writeFile(document, text.replace('"version": "1.0"', '"version": "9.0"'));
    const newer = await location.run("dagster", "definitions", "validate", "-w", "workspace.yaml");
    expect(newer.exitCode).toBe(1);
    expect(newer.all).toContain("it has version 9.0, and this file reads 1.0");
  });

  test("compiles as Python", async ({ skip }) => {
    if (bin === undefined) return void skip(reason);
    await using location = await makeCodeLocation(bin, product([]));
    expect(await location.run("python", "-W", "error", "-m", "py_compile", location.definitions)).toMatchObject({ exitCode: 0, all: "" });
  });
});

describe("a step", () => {
  /** A program that ends well, and does in between what the test says. */
  const step = (body: string): readonly string[] => ["python", "-c", `import sys\nfrom dagster_pipes import open_dagster_pipes\n${body}`];
  const REPORT = "with open_dagster_pipes() as pipes:\n  pipes.report_asset_materialization(metadata={})";

  test.for([
    ["succeeds once it has reported what it made", REPORT, true, "RUN_SUCCESS"],
    ["fails if it ends well without a word", "sys.exit(0)", false, "its step ended without reporting it"],
    ["fails if it reports that it began, and nothing else", "with open_dagster_pipes(): pass", false, "its step ended without reporting it"],
    ["fails if it reports and then ends badly", `${REPORT}\nsys.exit(1)`, false, "failed with code 1"],
  ] as const)("%s", async ([, body, succeeds, says], { skip }) => {
    const python = inject("python");
    if ("reason" in python) return void skip(python.reason);
    await using location = await makeCodeLocation(python.bin, product([transform("a-b")]), { stepCommand: step(body) });
    const { all, exitCode } = await location.run("dagster", "job", "execute", "-f", location.definitions, "-j", "my_shop");
    expect(all).toContain(says);
    expect(exitCode === 0).toBe(succeeds);
    expect(all.includes("ASSET_MATERIALIZATION")).toBe(succeeds);
  });

  test("fails if it leaves out a check that it was to judge", async ({ skip }) => {
    const python = inject("python");
    if ("reason" in python) return void skip(python.reason);
    const meta = { dagster: { checks: [{ name: "rows", minRows: 1 }] } };
    await using location = await makeCodeLocation(python.bin, product([transform("a-b", [], { meta })]), { stepCommand: step(REPORT) });
    const { all, exitCode } = await location.run("dagster", "job", "execute", "-f", location.definitions, "-j", "my_shop");
    expect(all).toContain("did not yield or return expected outputs {'a_b_rows'}");
    expect(exitCode).not.toBe(0);
  });
});
