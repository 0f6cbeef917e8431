import { describe, expect, test } from "vitest";
import { openPipes, PipesSession } from "../../../src/pipes/pipes-session.ts";
import { context, encoded, keepingStream, keepingWriter, messagesOf } from "../../support/pipes.ts";

const materialization = { asset_key: "daily_orders", data_version: null, metadata: null };
const check = { asset_key: "daily_orders", check_name: "enough", passed: true, severity: "ERROR", metadata: null } as const;

describe("openPipes", () => {
  test("opens the session that Dagster wants", async () => {
    const stdout = keepingStream();
    const env = { DAGSTER_PIPES_CONTEXT: encoded({ data: context }), DAGSTER_PIPES_MESSAGES: encoded({ stdio: "stdout" }) };
    const session = await openPipes({ args: [], env, stdout: stdout.stream, stderr: keepingStream().stream });
    expect(session?.context).toEqual(context);
    expect(messagesOf(stdout.text())).toEqual([["opened", { extras: {} }]]);
  });

  test("opens none where there is no Dagster", async () => {
    const { stream } = keepingStream();
    expect(await openPipes({ args: [], env: {}, stdout: stream, stderr: stream })).toBeUndefined();
  });
});

describe("PipesSession", () => {
  test("sends messages in the order of the calls, though nobody waits for one", async () => {
    const { writer, messages, calls } = keepingWriter();
    const session = new PipesSession(context, writer);
    await Promise.all([
      session.open(),
      session.log("WARNING", "a"),
      session.reportMaterialization(materialization),
      session.reportCheck(check),
      session.close(),
    ]);
    expect(messages).toEqual([
      ["opened", { extras: {} }],
      ["log", { message: "a", level: "WARNING" }],
      ["report_asset_materialization", materialization],
      ["report_asset_check", check],
      ["closed", {}],
    ]);
    expect(calls).toEqual(["close"]);
  });

  test("passes on what was printed only where Dagster asked for it", async () => {
    for (const includesStdio of [true, false]) {
      const { writer, messages } = keepingWriter({ includesStdio });
      await new PipesSession(context, writer).printed("stderr", "a\n");
      expect(messages).toEqual(includesStdio ? [["log_external_stream", { stream: "stderr", text: "a\n", extras: {} }]] : []);
    }
  });

  test("refuses an asset that is not of the step, and a second report of one that is", async () => {
    const { writer, messages } = keepingWriter();
    const session = new PipesSession(context, writer);
    await expect(session.reportMaterialization({ ...materialization, asset_key: "other" })).rejects.toThrow(
      'asset "other" is not what Dagster wants of this step, which is daily_orders',
    );
    await expect(session.reportCheck({ ...check, asset_key: "other" })).rejects.toThrow('asset "other"');
    await session.reportMaterialization(materialization);
    await expect(session.reportMaterialization(materialization)).rejects.toThrow('asset "daily_orders" was reported already');
    expect(messages).toHaveLength(1);
  });

  test("refuses every report of a step without assets", async () => {
    const session = new PipesSession({ ...context, asset_keys: null }, keepingWriter().writer);
    await expect(session.reportMaterialization(materialization)).rejects.toThrow("which is no asset");
  });

  test("is closed once, with what went wrong, and takes nothing after it", async () => {
    const { writer, messages, calls } = keepingWriter();
    const session = new PipesSession(context, writer);
    const exception = { name: "FLOE_X", message: "bad", stack: [], cause: null, context: null };
    await session.close(exception);
    await session.close();
    expect(messages).toEqual([["closed", { exception }]]);
    expect(calls).toEqual(["close"]);
    await expect(session.log("INFO", "a")).rejects.toThrow("nothing can be reported after the end");
  });

  test("sends nothing after a message that could not be written, and still lets go of the file", async () => {
    let attempts = 0;
    const write = async (): Promise<void> => {
      attempts += 1;
      throw new Error("ENOSPC");
    };
    const { writer, calls } = keepingWriter({ write });
    const session = new PipesSession(context, writer);
    await expect(session.open()).rejects.toMatchObject({ code: "FLOE_DAGSTER_PIPES", message: "Cannot use the Pipes messages: ENOSPC" });
    await expect(session.log("INFO", "a")).rejects.toThrow("ENOSPC");
    await expect(session.close()).rejects.toThrow("ENOSPC");
    expect(attempts).toBe(1);
    expect(calls).toEqual(["close"]);
  });

  test("fails to close when what was kept cannot be written", async () => {
    const { writer } = keepingWriter({ close: () => Promise.reject(new Error("EPIPE")) });
    await expect(new PipesSession(context, writer).close()).rejects.toThrow("Cannot use the Pipes messages: EPIPE");
  });
});
