import path from "node:path";
import { describe, expect, test } from "vitest";
import { runFloe } from "../../../src/step/run-floe.ts";
import { printing, stepDocument, stepFolder } from "../../support/step-folder.ts";

const asset = { transform: "daily-orders", key: "daily_orders", materialization: "table", codeVersion: "c1", checks: [] } as const;

async function run(script: string, env: NodeJS.ProcessEnv = {}) {
  const { root, parentWatch } = await stepFolder(script);
  let stderr = "";
  const outcome = await runFloe({
    files: { asset, artifacts: path.join(root, "artifacts.json"), root },
    env: { PATH: process.env["PATH"], ...env },
    signal: new AbortController().signal,
    graceMs: 1_000,
    parentWatch,
    onStderr: async (pieces) => {
      for await (const piece of pieces) stderr += piece;
    },
  });
  return { outcome, root, stderr };
}

const failed = {
  version: "1.0",
  command: "step",
  ok: false,
  step: { name: "daily-orders", status: "failed", durationMs: 1, error: { code: "FLOE_X", message: "bad", hint: "do" } },
};

describe("runFloe", () => {
  test("answers what the step made", async () => {
    const { outcome } = await run(printing(stepDocument));
    expect(outcome).toMatchObject({ status: "succeeded", output: { step: { rows: 3 } } });
  });

  test("starts the command in the product's folder, with the watch, and without the variables of Pipes", async () => {
    const shown = "process.stderr.write(JSON.stringify([process.argv.slice(2), process.cwd(), process.execArgv, process.env]));";
    const { stderr, root } = await run(printing(stepDocument, shown), { DAGSTER_PIPES_CONTEXT: "a", DAGSTER_PIPES_MESSAGES: "b", KEPT: "c" });
    const [args, cwd, execArgv, env] = JSON.parse(stderr) as [string[], string, string[], Record<string, string>];
    expect(args).toEqual(["step", path.join(root, "artifacts.json"), "daily-orders", "--json", "--no-color"]);
    expect(path.basename(cwd)).toBe(path.basename(root));
    expect(execArgv.join(" ")).toMatch(/--import file:.*watch\.mjs$/);
    expect(env).toMatchObject({ KEPT: "c" });
    expect(Object.keys(env).filter((name) => name.startsWith("DAGSTER"))).toEqual([]);
  });

  test("answers the failure that the step tells of, whatever its code", async () => {
    const error = { code: "FLOE_X", message: "bad", hint: "do" };
    expect((await run(printing(failed, "process.exitCode = 1"))).outcome).toEqual({ status: "failed", error });
    expect((await run(printing(failed))).outcome).toEqual({ status: "failed", error });
  });

  test.each([
    ["ended with code 0 and printed no result", ""],
    ["ended with code 0 and printed no result", "console.log('all is well')"],
    ["ended with code 0 and printed no result", printing({ ...stepDocument, step: { ...stepDocument.step, name: "other" } })],
    ["ended with code 7 and printed no result", "process.exitCode = 7"],
    ["ended with code 1, although it printed a result", printing(stepDocument, "process.exitCode = 1")],
    ["was ended by SIGKILL and printed no result", "process.kill(process.pid, 'SIGKILL')"],
    ["was ended by SIGTERM, although it printed a result", printing(stepDocument, "process.kill(process.pid, 'SIGTERM')")],
  ])("believes no step that %s", async (reason, script) => {
    const message = `Cannot complete step "daily-orders": floe step ${reason}`;
    await expect(run(script)).rejects.toMatchObject({ code: "FLOE_DAGSTER_STEP_PROCESS", message });
  });
});
