import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { runStepProcess, type StepHost } from "../../../src/step/run-step-process.ts";
import { context, encoded, keepingStream, messagesOf } from "../../support/pipes.ts";
import { printing, stepDocument, stepFolder } from "../../support/step-folder.ts";

const pipes = { DAGSTER_PIPES_CONTEXT: encoded({ data: context }), DAGSTER_PIPES_MESSAGES: encoded({ stdio: "stdout" }) };
const failed = { version: "1.0", command: "step", ok: false, error: { code: "FLOE_X", message: "bad", hint: "do" } };
const exception = { stack: [], context: null };

async function run(script: string, more: Partial<StepHost> & { readonly transform?: string } = {}) {
  const { file, parentWatch } = await stepFolder(script);
  const [stdout, stderr] = [keepingStream(), keepingStream()];
  const exitCode = await runStepProcess({
    args: [file, more.transform ?? "daily-orders"],
    env: { PATH: process.env["PATH"], ...pipes },
    stdout: stdout.stream,
    stderr: stderr.stream,
    interruption: { signal: new AbortController().signal, exitCode: undefined },
    parentWatch,
    graceMs: 1_000,
    ...more,
  });
  return { exitCode, stdout: stdout.text(), stderr: stderr.text(), messages: messagesOf(stdout.text()) };
}

describe("runStepProcess", () => {
  test("reports what the step printed and made, and ends with 0", async () => {
    const { exitCode, messages, stderr } = await run(printing(stepDocument, "process.stderr.write('warn: slow\\n')"));
    expect(exitCode).toBe(0);
    expect(messages).toMatchObject([
      ["opened", { extras: {} }],
      ["log", { level: "WARNING", message: "slow" }],
      ["report_asset_materialization", { asset_key: "daily_orders", metadata: { "dagster/row_count": { raw_value: 3 } } }],
      ["report_asset_check", { check_name: "enough", passed: true }],
      ["closed", {}],
    ]);
    expect(messages.at(-1)?.[1]).toEqual({});
    expect(stderr).toBe("warn: slow\n");
  });

  test("reports a failure, and ends with 1", async () => {
    const { exitCode, messages } = await run(printing(failed, "process.exitCode = 3"));
    expect(exitCode).toBe(1);
    const hint = { ...exception, name: "hint", message: "do", cause: null };
    expect(messages.slice(1)).toEqual([["closed", { exception: { ...exception, name: "FLOE_X", message: "bad", cause: hint } }]]);
  });

  test("reports a step that printed no result, and one that cannot be started", async () => {
    expect((await run("")).messages.at(-1)).toMatchObject(["closed", { exception: { name: "FLOE_DAGSTER_STEP_PROCESS" } }]);
    const { exitCode, messages, stderr } = await run("", { transform: "totla" });
    expect(exitCode).toBe(1);
    expect(messages.at(-1)).toMatchObject(["closed", { exception: { name: "FLOE_DAGSTER_STEP_SETUP" } }]);
    expect(stderr).toBe('error: Cannot start step "totla": the product has no transform of this name\n  Did you mean "total"?\n');
  });

  test("ends as the step did where there is no Dagster, and writes nothing to standard output", async () => {
    const env = { PATH: process.env["PATH"] };
    expect(await run(printing(stepDocument), { env })).toMatchObject({ exitCode: 0, stdout: "" });
    expect(await run(printing(failed), { env })).toMatchObject({ exitCode: 1, stdout: "" });
  });

  test("reports no success of an interrupted step, though it was made", async () => {
    const controller = new AbortController();
    const interruption = { signal: controller.signal, exitCode: 130 };
    const script = printing(stepDocument, "process.on('SIGINT', () => process.exit(0)); setInterval(() => {}, 1000); process.stderr.write('up\\n');");
    const stderr = new Writable({
      write: (_chunk, _encoding, done) => {
        controller.abort(new Error("interrupted by SIGINT"));
        done();
      },
    });
    const { exitCode, messages } = await run(script, { interruption, stderr });
    expect(exitCode).toBe(130);
    expect(messages.map(([method]) => method)).toEqual(["opened", "log", "closed"]);
    expect(messages.at(-1)).toMatchObject([
      "closed",
      { exception: { name: "FLOE_DAGSTER_STEP_PROCESS", message: 'Cannot complete step "daily-orders": interrupted by SIGINT' } },
    ]);
  });

  test("ends with 1 when the report of a success does not arrive", async () => {
    const stdout = new Writable({
      write: (chunk: Buffer, _encoding, done) => done(chunk.includes("materialization") ? new Error("EPIPE") : null),
    });
    stdout.on("error", () => {});
    const { exitCode, stderr } = await run(printing(stepDocument), { stdout });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("error: Cannot use the Pipes messages: EPIPE");
  });

  test("refuses to report where it cannot, before anything is done", async () => {
    const env = { ...pipes, DAGSTER_PIPES_MESSAGES: encoded({ bucket: "b" }) };
    const { exitCode, stderr } = await run("process.stderr.write('started')", { env });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^error: Cannot use the Pipes messages: .*told by bucket\n/);
    expect(stderr).not.toContain("started");
  });

  test.each([[[]], [["floe.json"]], [["floe.json", "daily", "more"]]])("tells how it is used when it is started with %j", async (args) => {
    expect(await run("", { args })).toMatchObject({ exitCode: 2, stderr: "Usage: floe-dagster-step <floe.json> <transform>\n" });
  });
});
