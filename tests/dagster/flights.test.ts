import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { LineageEvent } from "floe-core";
import { describe, expect, inject, test } from "vitest";
import { startLineageServer } from "../../packages/floe-lineage/tests/support/lineage-server.ts";
import { eventValidator } from "../../packages/floe-lineage/tests/support/validate-event.ts";
import { withDatabase } from "../platform/support/database.ts";
import { floe } from "../platform/support/floe.ts";
import { startDagster } from "./support/dagster-server.ts";
import { copyFlights, type Flights } from "./support/flights.ts";

/* examples/flights with one word changed: the same tables, the same result, the same lineage, on Dagster. */

interface Step {
  readonly name: string;
  readonly status: string;
  readonly durationMs: number;
  readonly rows?: number;
}

interface RunDocument {
  readonly run: { readonly runId: string; readonly status: string; readonly startedAt: string; readonly finishedAt: string; readonly steps: readonly Step[] };
}

/** Of every table and view: the number of rows, and a sum over a hash of each. */
async function checksums({ database, transforms }: Flights): Promise<unknown> {
  return withDatabase(database, async (query) => {
    const sums = [];
    for (const name of transforms) {
      const [row] = await query(`SELECT '${name}' AS name, count(*) AS rows, sum(hash(t)::HUGEINT) AS checksum FROM ${name} AS t`);
      sums.push(row);
    }
    return sums;
  });
}

async function run({ root }: Flights, ...args: readonly string[]): Promise<RunDocument> {
  const { exitCode, stdout, stderr } = await floe(root, "run", "--json", ...args);
  expect([exitCode, exitCode === 0 ? "" : `${stdout}\n${stderr}`]).toEqual([0, ""]);
  return JSON.parse(stdout) as RunDocument;
}

/** The names of all members, at any depth: what two documents of one shape share. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOf(member)]));
}

/** What an orchestrator says that only it can say. */
function withoutTimes({ run: { status, steps } }: RunDocument): unknown {
  return { status, steps: steps.map(({ durationMs: _, ...step }) => step) };
}

async function recordOf({ root }: Flights): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const folder = path.join(root, ".floe/runs");
  const [file = ""] = await readdir(folder);
  const lines = (await readFile(path.join(folder, file), "utf8")).trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}

/** What was said of each job's end, but for who said it, where, and how an input goes into a column. */
function factsOf(events: readonly LineageEvent[], { root }: Flights): unknown {
  const last = events.filter(({ eventType }) => eventType === "COMPLETE").sort((a, b) => (a.job.name < b.job.name ? -1 : 1));
  return last.map(({ job, inputs, outputs }) => ({
    job: job.name,
    inputs: inputs.map(({ name }) => path.relative(root, path.resolve(root, name))).sort(),
    outputs: outputs.map(({ name, facets = {}, outputFacets = {} }) => {
      const fields = Object.entries((facets["columnLineage"]?.["fields"] ?? {}) as Readonly<Record<string, { readonly inputFields: readonly { readonly field: string }[] }>>);
      return {
        name,
        columns: facets["schema"]?.["fields"],
        rows: outputFacets["outputStatistics"]?.["rowCount"],
        lineage: Object.fromEntries(fields.map(([column, { inputFields }]) => [column, inputFields.map(({ field }) => field).sort()])),
      };
    }),
  }));
}

const lineageTo = (url: string): string => `lineage: { type: http, url: "${url}", namespace: demo }`;

describe("examples/flights", () => {
  test("makes the same tables, results and lineage on Dagster as in one process", { timeout: 300_000 }, async (ctx) => {
    const python = inject("python");
    if ("reason" in python) return void ctx.skip(python.reason);
    const folder = await mkdtemp(path.join(tmpdir(), "floe-dagster-"));
    try {
      await using receiver = await startLineageServer(201);
      await using local = await copyFlights(`local, config: { ${lineageTo(receiver.url)} }`);
      const here = await run(local);

      // The address of the test's own Dagster is not known before it is there; neither is there a product to serve.
      await using dagster = await copyFlights("dagster");
      const written = await floe(dagster.root, "compile", "--entry-point", ".floe/dagster");
      expect([written.exitCode, written.stdout]).toEqual([0, path.join(dagster.root, ".floe/dagster/definitions.py")]);
      const workspace = path.join(dagster.root, ".floe/dagster/workspace.yaml");
      await using server = await startDagster({ folder, workspace, python: python.bin, daemon: true });
      await dagster.orchestrate(`dagster, config: { url: "${server.url}", pollIntervalMs: 200, ${lineageTo(receiver.url)} }`);
      const told = receiver.requests.length;
      const there = await run(dagster);

      expect(await checksums(dagster)).toEqual(await checksums(local));
      expect(shapeOf(there.run)).toEqual(shapeOf(here.run));
      expect(withoutTimes(there)).toEqual(withoutTimes(here));
      expect(there.run.steps.every(({ durationMs }) => durationMs > 0)).toBe(true);
      expect(Date.parse(there.run.startedAt)).toBeLessThan(Date.parse(there.run.finishedAt));
      const types = (record: Awaited<ReturnType<typeof recordOf>>): readonly unknown[] => record.map(({ type }) => type).sort();
      expect(types(await recordOf(dagster))).toEqual(types(await recordOf(local)));

      const all = receiver.requests.map(({ body }) => body as LineageEvent);
      const events = all.slice(told);
      expect(factsOf(events, dagster)).toEqual(factsOf(all.slice(0, told), local));
      const product = events.filter(({ job }) => job.name === "flights");
      expect(product.map(({ eventType, run: { runId } }) => [eventType, runId])).toEqual([["START", there.run.runId], ["COMPLETE", there.run.runId]]);
      const parents = events.filter(({ job }) => job.name !== "flights").map(({ run: { facets } }) => facets?.["parent"]?.["run"]);
      expect(parents).toEqual(parents.map(() => ({ runId: there.run.runId })));

      // A part of it, by tag: the same steps as here, and nothing else.
      const part = await run(dagster, "--select", "tag:staging");
      expect(withoutTimes(part)).toEqual(withoutTimes(await run(local, "--select", "tag:staging")));
      expect(part.run.steps.length).toBeLessThan(there.run.steps.length);
      // Last, for it skips the test where the schemas are not beside the checkout.
      const problemsOf = eventValidator(ctx);
      expect(all.flatMap(problemsOf)).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
