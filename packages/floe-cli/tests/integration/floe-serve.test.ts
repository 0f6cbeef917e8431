import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { floe, untilPrinted, type FloeProcess } from "../support/floe-process.ts";
import { scriptedCompute, temporaryApp, type TemporaryApp } from "../support/temporary-app.ts";

/** The clock of the process, set so that a schedule of every minute is due six seconds after its start. */
const setClock = { NODE_OPTIONS: `--import=${pathToFileURL(path.resolve(import.meta.dirname, "../support/set-clock.mjs")).href}` };

function app(sql: string, schedule: string, extra: Readonly<Record<string, string>> = {}): TemporaryApp {
  const files = { "floe.yaml": `name: x\nplugins: { compute: scripted }\ntransforms: [{ name: first, sql: ${sql} }]\n${schedule}`, ...extra };
  return temporaryApp(files, { "scripted-compute": scriptedCompute });
}

const daily = 'schedule: { cron: "0 6 * * *", timezone: Europe/Berlin }';
const minutely = 'schedule: { cron: "* * * * *" }';

interface Document {
  readonly version: string;
  readonly command: string;
  readonly ok: boolean;
  readonly event: { readonly type: string; readonly [field: string]: unknown };
}

function documentsOf(stdout: string): Document[] {
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Document);
}

/** Resolves when the process has printed an event of this type. */
function untilEvent(child: FloeProcess, type: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let seen = "";
    child.stdout.on("data", (chunk: Buffer) => {
      seen += chunk.toString();
      if (seen.includes(`"event":{"type":"${type}"`)) resolve();
    });
    void child.then(() => reject(new Error(`Never printed an event of type ${type}, but: ${seen}`)));
  });
}

describe("floe serve", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("says when the next run is and stays up until %s, which ends it with %i and stops the plugins", async (signal, code) => {
    const one = app("nothing", daily);
    const child = floe(["serve"], one.root);
    await untilPrinted(child, "next run at");
    expect(one.read("journal.log")).toBe("startup\n");
    child.kill(signal);
    const { exitCode, stdout, stderr } = await child;
    expect(exitCode).toBe(code);
    expect(one.read("journal.log")).toBe("startup\nshutdown\n");
    expect(stdout).toMatch(/^x floe\.yaml, 0 6 \* \* \* Europe\/Berlin\n/);
    expect(stderr).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0[12]:00 {2}next run at \d{4}-\d\d-\d\d 06:00:00 \+0[12]:00$/m);
    expect(stderr).toContain(`${signal}: stopping`);
    expect(stderr).toMatch(/stopped floe\.\S+, floe\.\S+$/m);
    expect(stderr).not.toContain("warn");
  });

  test("runs when the time has come, leaves a record, and goes on", async () => {
    const one = app("nothing", minutely);
    const child = floe(["serve", "--json"], one.root, setClock);
    await untilEvent(child, "finished");
    child.kill("SIGTERM");
    const { exitCode, stdout } = await child;
    expect(exitCode).toBe(143);
    const documents = documentsOf(stdout);
    expect(new Set(documents.map(({ version, command }) => `${command} ${version}`))).toEqual(new Set(["serve 1.0"]));
    const types = documents.map(({ event }) => event.type);
    expect(types.slice(0, 4)).toEqual(["serving", "ready", "scheduled", "started"]);
    // The next one is scheduled as soon as this one has begun.
    expect(types.filter((type) => type === "scheduled")).toHaveLength(2);
    expect(types.at(-1)).toBe("stopped");
    const finished = documents.find(({ event }) => event.type === "finished");
    const scheduled = documents.find(({ event }) => event.type === "scheduled");
    expect(finished).toMatchObject({ ok: true, event: { due: scheduled?.event["next"], result: { status: "succeeded" } } });
    expect(readdirSync(one.path(".floe/runs"))).toHaveLength(1);
    expect(one.read("journal.log")).toBe("startup\nshutdown\n");
  });

  test("cancels the run that goes on when it is asked to end", async () => {
    const one = app("wait", minutely);
    const child = floe(["serve", "--verbose"], one.root, setClock);
    await untilPrinted(child, "first started");
    child.kill("SIGTERM");
    const { exitCode, stdout, stderr } = await child;
    expect(exitCode).toBe(143);
    expect(stdout).toMatch(/ {2}Run cancelled: 1 step, /);
    expect(stderr).toMatch(/ {2}first cancelled$/m);
    expect(one.read("journal.log")).toBe("startup\nshutdown\n");
  });

  test("says what was missed since the last run on record", async () => {
    const one = app("nothing", daily);
    mkdirSync(one.path(".floe/runs"), { recursive: true });
    const head = { type: "run", version: "1.0", runId: "old", product: "x" };
    const start = { type: "run-started", runId: "old", at: "2020-01-01T05:00:00.000Z", steps: [] };
    writeFileSync(one.path(".floe/runs/old.jsonl"), `${JSON.stringify(head)}\n${JSON.stringify(start)}\n`);
    utimesSync(one.path(".floe/runs/old.jsonl"), 1_577_854_800, 1_577_854_800);
    const child = floe(["serve"], one.root);
    await untilPrinted(child, "next run at");
    child.kill("SIGTERM");
    expect((await child).stderr).toMatch(
      / {2}missed more than 1,000 runs, due from 2020-01-02 06:00:00 \+01:00 on: nothing was served; the last run began at 2020-01-01 06:00:00 \+01:00$/m,
    );
  });

  test("ends with 3 where the product has no schedule, and starts nothing", async () => {
    const one = app("nothing", "");
    const { exitCode, stdout, stderr } = await floe(["serve"], one.root);
    expect(exitCode).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toContain("floe.yaml");
    expect(stderr).toContain("schedule is missing");
    expect(stderr).toContain('schedule: { cron: "0 6 * * *", timezone: Europe/Berlin }');
    expect(readdirSync(one.root)).not.toContain("journal.log");
    const { stdout: json } = await floe(["serve", "--json"], one.root);
    expect(JSON.parse(json)).toMatchObject({ command: "serve", ok: false, error: { problems: [{ code: "key_missing", path: "schedule" }] } });
  });

  test("ends with 1 where a plugin does not start", async () => {
    const broken = { ...scriptedCompute, "plugin.js": (scriptedCompute["plugin.js"] ?? "").replace('logger.info("scripted compute is up")', 'throw new Error("no licence")') };
    const one = temporaryApp({ "floe.yaml": `name: x\nplugins: { compute: scripted }\n${daily}` }, { "scripted-compute": broken });
    const { exitCode, stderr } = await floe(["serve"], one.root);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("no licence");
    expect(stderr).not.toContain("next run at");
  });
});
