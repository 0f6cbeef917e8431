import { readdir } from "node:fs/promises";
import path from "node:path";
import type { LineageEvent, RunEvent, RunOptions } from "floe-core";
import { LineageOutlets } from "floe-lineage";
import { expect, test } from "vitest";
import { runProduct } from "../../../src/product/run-product.ts";
import type { FakeAnswer, SeenRequest } from "../../support/fake-dagster.ts";
import { fakeTime } from "../../support/fake-time.ts";
import { lineageOf } from "../../support/lineage-file.ts";
import { config, product, transform } from "../../support/product.ts";
import { recordingLogger } from "../../support/recording-logger.ts";
import { servingDagster, wireEvent, type WireLook } from "../../support/serving-dagster.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const artifacts = product([transform("raw-data"), transform("clean", ["raw-data"])]);

const columns = [{ name: "id", type: "BIGINT" }];
const lineage = [{ columnName: "id", columnDeps: [{ assetKey: { path: ["raw_data"] }, columnName: "raw_id" }] }];
const metadataEntries = [
  { __typename: "IntMetadataEntry", label: "dagster/row_count", intRepr: "3" },
  { __typename: "TableSchemaMetadataEntry", label: "dagster/column_schema", schema: { columns } },
  { __typename: "TableColumnLineageMetadataEntry", label: "dagster/column_lineage", lineage },
];
const GOOD: readonly WireLook[] = [
  {
    status: "SUCCESS",
    events: [
      wireEvent("ExecutionStepStartEvent", "raw_data", 2_000),
      wireEvent("ExecutionStepSuccessEvent", "raw_data", 3_000),
      wireEvent("ExecutionStepStartEvent", "clean", 4_000),
      wireEvent("MaterializationEvent", "clean", 5_000, { metadataEntries }),
      wireEvent("ExecutionStepSuccessEvent", "clean", 6_000),
    ],
  },
];

interface How {
  readonly looks?: readonly WireLook[];
  readonly options?: Partial<RunOptions>;
  readonly answer?: (request: SeenRequest) => FakeAnswer | undefined;
  readonly settings?: Readonly<Record<string, unknown>>;
}

async function run({ looks = GOOD, options = {}, answer, settings = {} }: How = {}) {
  const baseDir = await tempFolder();
  const folder = path.join(baseDir, ".floe/dagster");
  await using server = await servingDagster(folder, { looks, ...(answer === undefined ? {} : { answer }) });
  const logger = recordingLogger();
  const sink = { type: "file", path: "lineage.jsonl" } as const;
  const outlets = new LineageOutlets({ sink, baseDir, logger });
  const told: RunEvent[] = [];
  const environment = { config: config({ url: server.url, outageTimeoutMs: 0, ...settings }), baseDir, logger, outlets, ...fakeTime() };
  const running = runProduct(artifacts, { plugins: {}, onEvent: (event) => told.push(event), ...options }, environment);
  const outcome = await running.then((result) => ({ result, error: undefined }), (error: unknown) => ({ result: undefined, error }));
  const sent = await lineageOf(path.join(baseDir, "lineage.jsonl"));
  await outlets.close();
  const written = await readdir(folder).catch(() => []);
  return { ...outcome, told, sent, written, operations: server.operations, requests: server.requests, warnings: logger.warnings };
}

const short = ({ eventType, job }: LineageEvent): string => `${eventType} ${job.name}`;

test("runProduct writes the code location, has Dagster load it, and follows a run to its result", async () => {
  const { result, told, written, operations, requests } = await run();
  expect(result).toMatchObject({ runId: "one", status: "succeeded", steps: [{ name: "raw-data" }, { name: "clean", rows: 3 }] });
  expect(told.map(({ type }) => type)).toEqual(["run-started", "step-started", "step-finished", "step-started", "step-finished", "run-finished"]);
  expect(written).toContain("floe.json");
  expect(operations.slice(0, 3)).toEqual(["FloeLocationEntry", "FloeReloadLocation", "FloeLocationEntry"]);
  const launch = requests.find(({ operation }) => operation === "FloeLaunchRun");
  expect(launch?.variables).toMatchObject({ params: { selector: { repositoryLocationName: "shop", repositoryName: "__repository__", jobName: "shop" } } });
});

test("runProduct sends the lineage of the product and its steps, under Dagster's id of the run", async () => {
  const { sent } = await run();
  expect(sent.map(short)).toEqual(["START shop", "START shop.raw-data", "COMPLETE shop.raw-data", "START shop.clean", "COMPLETE shop.clean", "COMPLETE shop"]);
  expect(sent.filter(({ job }) => job.name === "shop").map((event) => event.run.runId)).toEqual(["one", "one"]);
  expect(sent[4]?.run.facets).toMatchObject({ parent: { run: { runId: "one" } } });
  const fields = { id: { inputFields: [{ name: "shop.raw-data", field: "raw_id" }] } };
  expect(sent[4]?.outputs).toMatchObject([{ facets: { schema: { fields: [{ name: "id", type: "BIGINT" }] }, columnLineage: { fields } }, outputFacets: { outputStatistics: { rowCount: 3 } } }]);
});

test("runProduct ends the lineage of a run that it can no longer follow, masked, and tells its caller no such end", async () => {
  const looks = [{ status: "STARTED", events: GOOD[0]?.events?.slice(0, 3) ?? [] }, { status: "STARTED" }];
  let seen = 0;
  const answer = ({ operation }: SeenRequest): FakeAnswer | undefined => (operation === "FloeRunState" && (seen += 1) > 1 ? "drop" : undefined);
  const { error, told, sent } = await run({ looks, answer, options: { redact: (text) => text.replaceAll("follow", "[secret]") } });
  expect(error).toMatchObject({ code: "FLOE_DAGSTER_UNAVAILABLE", runId: "one" });
  expect(told.at(-1)).toMatchObject({ type: "step-started", step: "clean" });
  expect(sent.map(short)).toEqual(["START shop", "START shop.raw-data", "COMPLETE shop.raw-data", "START shop.clean", "FAIL shop.clean", "FAIL shop"]);
  expect(sent[4]?.run.facets).toMatchObject({ errorMessage: { message: expect.stringMatching(/^Cannot \[secret\] run one .*\(FLOE_DAGSTER_UNAVAILABLE\)$/) } });
  expect(sent[5]?.run.runId).toBe("one");
});

test("runProduct leaves no lineage of a run that was never launched", async () => {
  const answer = ({ operation }: SeenRequest): FakeAnswer | undefined => (operation === "FloeLaunchRun" ? { data: { launchRun: { __typename: "RunConflict", message: "no" } } } : undefined);
  const { error, sent } = await run({ answer });
  expect(error).toMatchObject({ code: "FLOE_DAGSTER_LAUNCH" });
  expect(sent).toEqual([]);
});

test("runProduct of an aborted signal is cancelled, writes nothing and asks nothing", async () => {
  const { result, written, operations } = await run({ options: { signal: AbortSignal.abort() } });
  expect(result).toMatchObject({ status: "cancelled", steps: [{ status: "cancelled" }, { status: "cancelled" }] });
  expect(written).toEqual([]);
  expect(operations).toEqual([]);
});

test("runProduct launches nothing where its signal is aborted while the location loads", async () => {
  const controller = new AbortController();
  const answer = ({ operation }: SeenRequest): undefined => {
    if (operation === "FloeReloadLocation") controller.abort();
  };
  const { result, operations } = await run({ answer, options: { signal: controller.signal } });
  expect(result?.status).toBe("cancelled");
  expect(operations).not.toContain("FloeLaunchRun");
});

test("runProduct refuses an unknown selection before anything is written or asked", async () => {
  const { error, written, operations } = await run({ options: { select: ["missing"] } });
  expect(error).toMatchObject({ code: "FLOE_ORCHESTRATOR_SELECTION" });
  expect(written).toEqual([]);
  expect(operations).toEqual([]);
});

test("runProduct writes nothing where Dagster has a copy of its own, and does not run another version of it", async () => {
  const { error, written, operations } = await run({ settings: { workingDirectory: null } });
  expect(error).toMatchObject({ code: "FLOE_DAGSTER_LOCATION", problem: "version" });
  expect(written).toEqual([]);
  expect(operations).not.toContain("FloeLaunchRun");
});
