import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { watchPlugin, type ProcessOptions } from "../../../../src/contract/package/watch-plugin.ts";
import type { SeenProcess } from "../../../../src/contract/package/process-end.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";

const outcome = { clause: "identity/name", title: "t", result: "kept", reason: "", durationMs: 1 } as const;
const limits = { silenceMs: 10_000, clauseMs: 10_000, endMs: 10_000 };

/** What is seen of a process that runs this, where `send` sends a message. */
async function watched(script: string, options: Partial<ProcessOptions> = {}): Promise<SeenProcess> {
  const text = `const send = (message) => process.send(message);\nconst done = () => send({ kind: "done" });\n${script}`;
  using project = createTempProject({ files: { "child.mjs": text } });
  const job = { type: "floe.dbt", name: "mine", application: project.path, folder: project.path } as const;
  const module = pathToFileURL(`${project.path}/child.mjs`);
  const all = { module, limitMs: 20_000, limits, signal: new AbortController().signal, onOutcome: () => {}, ...options };
  return await watchPlugin(job, all);
}

const TRYING = 'send({ kind: "trying", clause: "identity/name" });';

describe("watchPlugin", () => {
  test("watchPlugin hears of every clause, and of an end that comes by itself", async () => {
    const told: unknown[] = [];
    const script = `${TRYING} send({ kind: "outcome", outcome: ${JSON.stringify(outcome)} }); send({ kind: "uncaught", reason: "no" }); done();`;
    const seen = await watched(script, { onOutcome: (one) => told.push(one) });
    expect(seen).toMatchObject({ outcomes: [outcome], uncaught: ["no"], underWay: undefined, end: { kind: "done" } });
    expect(told).toEqual([outcome]);
  });

  test.each([
    ["lets nothing else run", `${TRYING} setTimeout(() => { for (;;); }, 1);`, { silenceMs: 2000 }, "blocked"],
    ["takes too long for a clause", `${TRYING} setInterval(() => send({ kind: "alive" }), 20);`, { clauseMs: 500 }, "overrun"],
    ["is kept open", 'done(); send({ kind: "open", resources: ["Timeout", "PipeWrap"] }); setInterval(() => {}, 1000);', { endMs: 300 }, "open"],
  ])("watchPlugin stops a process that %s", async (_, script, shorter, kind) => {
    const seen = await watched(script, { limits: { ...limits, ...shorter } });
    expect(seen.end.kind).toBe(kind);
    if (kind === "open") expect(seen.end).toEqual({ kind, resources: ["Timeout"] });
    else expect(seen.underWay).toBe("identity/name");
  });

  test("watchPlugin stops a process for which there is no time left", async () => {
    const seen = await watched(`${TRYING} setInterval(() => send({ kind: "alive" }), 20);`, { limitMs: 500 });
    expect(seen.end).toEqual({ kind: "overdue" });
  });

  test.each([
    ["process.exit(7);", "ended the process with exit code 7"],
    ['process.kill(process.pid, "SIGSEGV"); setInterval(() => {}, 1000);', "crashed the process (SIGSEGV)"],
    ['console.error("at\\nFATAL ERROR: no memory\\n"); process.exitCode = 134;', "ended the process with exit code 134: FATAL ERROR: no memory"],
  ])("watchPlugin says how a process ended that runs %s", async (script, how) => {
    expect((await watched(`${TRYING} send({ kind: "calling", hook: "startup" }); ${script}`)).end).toEqual({ kind: "left", how });
  });

  test("watchPlugin remembers the hook that was being called", async () => {
    const seen = await watched(`${TRYING} send({ kind: "calling", hook: "shutdown" }); process.exitCode = 1;`);
    expect([seen.underWay, seen.calling]).toEqual(["identity/name", "shutdown"]);
  });

  test("watchPlugin rejects for what cannot be tried, and at its signal", async () => {
    await expect(watched('send({ kind: "refused", reason: "no such plugin" });')).rejects.toThrow("no such plugin");
    const controller = new AbortController();
    const stopped = watched(`send({ kind: "outcome", outcome: {} }); setInterval(() => {}, 1000);`, {
      signal: controller.signal,
      onOutcome: () => controller.abort(new Error("enough")),
    });
    await expect(stopped).rejects.toThrow("enough");
    await expect(watched("", { signal: AbortSignal.abort(new Error("before")) })).rejects.toThrow("before");
  });
});
