import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect, test } from "vitest";
import { startLineageServer } from "../support/lineage-server.ts";

const packageFolder = path.join(import.meta.dirname, "../..");

/** Runs a module that imports the built package by its name, and gives it `url`. */
async function runModule(code: string, url: string): Promise<{ readonly exitCode: unknown; readonly output: string }> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code, url], { cwd: packageFolder });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [exitCode] = (await once(child, "close")) as [unknown];
  return { exitCode, output };
}

const emitting = (timeoutMs: number, ending: string): string => `
  import { LineageEmitter, runEvent, transportFrom } from "floe-lineage";
  const url = process.argv[1];
  const transport = transportFrom({ type: "http", url, timeoutMs: ${timeoutMs} }, { write() {}, baseDir: "." });
  const emitter = new LineageEmitter({ transport, logger: console });
  const job = { namespace: "prod", name: "flights" };
  for (const eventType of ["START", "COMPLETE"]) {
    const runId = "3f5e83fa-3480-44ff-99c5-ff943904e5e8";
    emitter.emit(runEvent({ eventType, eventTime: new Date(0).toISOString(), runId, job, producer: "https://example.com/p" }));
  }
  ${ending}
`;

test("a process that closed its emitter ends, although the server never answers", async () => {
  await using server = await startLineageServer("hang");
  const { exitCode, output } = await runModule(emitting(3_600_000, "await emitter.close({ timeoutMs: 100 });"), server.url);
  expect([exitCode, output.trim()]).toEqual([
    0,
    `Lineage at ${server.url}/api/v1/lineage is incomplete. Events: 2 given up at the time limit.`,
  ]);
});

test("a process that closed its emitter has sent everything, in order", async () => {
  await using server = await startLineageServer(201);
  const { exitCode, output } = await runModule(emitting(60_000, "await emitter.close({ timeoutMs: 60_000 });"), server.url);
  expect([exitCode, output]).toEqual([0, ""]);
  expect(server.requests.map(({ body }) => (body as { eventType: string }).eventType)).toEqual(["START", "COMPLETE"]);
});

test("a wait before another attempt keeps no process alive", async () => {
  await using server = await startLineageServer(503);
  const { exitCode } = await runModule(emitting(60_000, ""), server.url);
  expect(exitCode).toBe(0);
  expect(server.requests.length).toBeLessThan(8);
});
