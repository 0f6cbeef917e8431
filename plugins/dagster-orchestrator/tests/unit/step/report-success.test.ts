import { describe, expect, test } from "vitest";
import { PipesSession } from "../../../src/pipes/pipes-session.ts";
import type { StepOutput } from "../../../src/step/parse-step-document.ts";
import { reportSuccess } from "../../../src/step/report-success.ts";
import { context, keepingWriter } from "../../support/pipes.ts";

const check = { name: "enough", description: null, severity: "WARN", blocking: false, minRows: 5, maxRows: null, columns: null } as const;
const asset = { transform: "daily-orders", key: "daily_orders", materialization: "table" as "table" | "incremental", codeVersion: "c1", checks: [check] };
const keys = new Map([["daily-orders", "daily_orders"]]);
const columns = [{ name: "id", type: "BIGINT" }];
const inputs = [{ table: "source", column: "id", transformation: "IDENTITY" }] as const;
const output: StepOutput = { step: { durationMs: 12.4, rows: 3 }, columns, columnLineage: [{ column: "id", inputs }] };

async function report(more: Partial<StepOutput> = {}, runId = context.run_id, changed: Partial<typeof asset> = {}) {
  const { writer, messages } = keepingWriter();
  await reportSuccess(new PipesSession({ ...context, run_id: runId }, writer), { ...output, ...more }, { asset: { ...asset, ...changed }, keys });
  return messages;
}

async function versionOf(runId: string, changed: Partial<typeof asset> = {}): Promise<unknown> {
  const [materialization] = await report({}, runId, changed);
  return (materialization?.[1] as { readonly data_version: unknown }).data_version;
}

describe("reportSuccess", () => {
  test("reports the materialization with all that is known, then the checks", async () => {
    expect(await report()).toEqual([
      [
        "report_asset_materialization",
        {
          asset_key: "daily_orders",
          data_version: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
          metadata: {
            "floe/rows": { type: "int", raw_value: 3 },
            "dagster/row_count": { type: "int", raw_value: 3 },
            "dagster/column_schema": { type: "table_schema", raw_value: { columns } },
            "dagster/column_lineage": {
              type: "table_column_lineage",
              raw_value: { deps_by_column: { id: [{ asset_key: "source", column_name: "id" }] } },
            },
            "floe/duration_ms": { type: "int", raw_value: 12 },
          },
        },
      ],
      [
        "report_asset_check",
        {
          asset_key: "daily_orders",
          check_name: "enough",
          passed: false,
          severity: "WARN",
          metadata: { rows: { type: "int", raw_value: 3 }, reason: { type: "text", raw_value: "3 rows are fewer than 5" } },
        },
      ],
    ]);
  });

  test("does not take the rows written into an incremental table for all that are in it", async () => {
    const [materialization] = await report({}, "r1", { materialization: "incremental" });
    expect(materialization?.[1]).toMatchObject({ metadata: { "floe/rows": { raw_value: 3 } } });
    expect(materialization?.[1]).not.toHaveProperty(["metadata", "dagster/row_count"]);
  });

  test("leaves out what is not known", async () => {
    const [materialization] = await report({ step: { durationMs: 1 }, columns: [], columnLineage: null });
    expect(materialization?.[1]).toMatchObject({ metadata: { "floe/duration_ms": { type: "int", raw_value: 1 } } });
    expect(Object.keys((materialization?.[1] as { readonly metadata: object }).metadata)).toEqual(["floe/duration_ms"]);
  });

  test("gives a data version of its own to every run, transform and version of the code, and the same to the same", async () => {
    const versions = [await versionOf("r1"), await versionOf("r2"), await versionOf("r1", { transform: "x" }), await versionOf("r1", { codeVersion: "c2" })];
    expect(new Set(versions).size).toBe(4);
    expect(await versionOf("r1")).toBe(versions[0]);
  });
});
