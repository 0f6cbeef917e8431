import { createServer, type AddressInfo } from "node:net";
import fc from "fast-check";
import type { CompiledArtifacts, LineageBackendPlugin, LineageEvent, RunEvent, RunOptions, RunResult } from "floe-core";
import { secret } from "floe-core/config";
import type { LineageSinkConfig } from "floe-lineage";
import { afterEach, describe, expect, test, vi } from "vitest";
import { LineageOutlets } from "floe-lineage";
import { runProduct } from "../../../src/run/run-product.ts";
import { Gates, recordingLogger, settled } from "../../../../../packages/floe-core/tests/support/orchestration.ts";
import { FakeCompute, type FakeScript } from "../../support/fake-compute.ts";
import { FakeLineageBackend } from "../../../../../packages/floe-lineage/tests/support/fake-lineage-backend.ts";
import { lineageFile } from "../../../../../packages/floe-lineage/tests/support/lineage-file.ts";
import { product, transform } from "../../support/transform.ts";

const clock = { now: () => "2026-01-01T00:00:00.000Z", elapsedMs: () => 0 };

interface Setting {
  readonly computes?: readonly FakeCompute[];
  readonly concurrency?: number;
  readonly select?: readonly string[];
  readonly signal?: AbortSignal;
  readonly onEvent?: RunOptions["onEvent"];
  readonly redact?: RunOptions["redact"];
  readonly lineage?: LineageSinkConfig;
  readonly backends?: readonly LineageBackendPlugin[];
}

/** Runs a product and keeps what it said: events in short form, and log lines. */
function start(artifacts: CompiledArtifacts, setting: Setting = {}) {
  const said: string[] = [];
  const logger = recordingLogger();
  const onEvent = (event: RunEvent): void => {
    said.push(shortForm(event));
    setting.onEvent?.(event);
  };
  const result = runProduct(
    artifacts,
    {
      plugins: { "floe.computes": setting.computes ?? [new FakeCompute()], "floe.lineage_backends": setting.backends ?? [] },
      select: setting.select,
      onEvent,
      redact: setting.redact,
    },
    {
      runId: "r1",
      concurrency: setting.concurrency ?? 4,
      signal: setting.signal ?? new AbortController().signal,
      logger,
      clock,
      lineage: new LineageOutlets({ sink: setting.lineage, baseDir: process.cwd(), logger }),
    },
  );
  return { said, logger, result };
}

function shortForm(event: RunEvent): string {
  const subject = "step" in event ? event.step : event.type === "run-finished" ? event.status : "";
  const because = event.type === "step-skipped" && event.becauseOf !== undefined ? ` <- ${event.becauseOf}` : "";
  return `${event.type} ${subject}${because}`.trim();
}

const outcomes = (result: RunResult): Record<string, string> =>
  Object.fromEntries(result.steps.map(({ name, status }) => [name, status]));

const failing = (name: string): FakeScript => ({
  materialize: (request) => {
    if (request.name === name) throw new Error("bad SQL");
    return 1;
  },
});

const diamond = [transform("a"), transform("b", ["a"]), transform("c", ["a"]), transform("d", ["b", "c"])];

describe("runProduct", () => {
  test("runs every transform after what it depends on and reports each", async () => {
    const { said, result } = start(product(diamond), {
      computes: [new FakeCompute({ materialize: ({ name }) => (name === "d" ? null : 2) })],
    });
    expect(await result).toEqual({
      runId: "r1",
      status: "succeeded",
      startedAt: clock.now(),
      finishedAt: clock.now(),
      steps: [
        { name: "a", status: "succeeded", durationMs: 0, rows: 2 },
        { name: "b", status: "succeeded", durationMs: 0, rows: 2 },
        { name: "c", status: "succeeded", durationMs: 0, rows: 2 },
        { name: "d", status: "succeeded", durationMs: 0 },
      ],
    });
    expect(said).toEqual([
      "run-started",
      "step-started a",
      "step-finished a",
      "step-started b",
      "step-started c",
      "step-finished b",
      "step-finished c",
      "step-started d",
      "step-finished d",
      "run-finished succeeded",
    ]);
  });

  test("holds one session with the sources around those of the steps", async () => {
    const compute = new FakeCompute();
    const artifacts = product([transform("a"), transform("b", ["a"])], { sources: [{ name: "raw", path: "/raw.csv" }] });
    await start(artifacts, { computes: [compute] }).result;
    expect(compute.calls).toEqual([
      "open 1",
      "register raw",
      "open 2",
      "materialize a",
      "close 2",
      "open 3",
      "materialize b",
      "close 3",
      "close 1",
    ]);
  });

  test("skips only what needs a failed transform and names the root", async () => {
    const independent = [...diamond, transform("x"), transform("y", ["x"])];
    const { said, result } = start(product(independent), { computes: [new FakeCompute(failing("b"))] });
    const answer = await result;
    expect(answer.status).toBe("failed");
    expect(outcomes(answer)).toEqual({
      a: "succeeded",
      b: "failed",
      c: "succeeded",
      d: "skipped",
      x: "succeeded",
      y: "succeeded",
    });
    expect(answer.steps.find(({ name }) => name === "d")?.skippedBecauseOf).toBe("b");
    expect(answer.steps.find(({ name }) => name === "b")?.error).toEqual({
      code: "FLOE_STEP",
      message: 'Cannot run transform "b": bad SQL',
    });
    expect(said).toContain("step-skipped d <- b");
  });

  test("runs only what is selected and takes the rest as already there", async () => {
    const compute = new FakeCompute();
    const answer = await start(product(diamond), { computes: [compute], select: ["d", "b"] }).result;
    expect(outcomes(answer)).toEqual({ b: "succeeded", d: "succeeded" });
    expect(compute.requests.map(({ name }) => name)).toEqual(["b", "d"]);
  });

  test("rejects a selection of unknown names before anything ran", async () => {
    const compute = new FakeCompute();
    const { said, result } = start(product(diamond), { computes: [compute], select: ["e"] });
    await expect(result).rejects.toMatchObject({ code: "FLOE_ORCHESTRATOR_SELECTION" });
    expect([said, compute.calls]).toEqual([[], []]);
  });

  test("rejects transforms without an order before anything ran", async () => {
    const { said, result } = start(product([transform("a", ["a"])]));
    await expect(result).rejects.toMatchObject({ code: "FLOE_ORCHESTRATOR_TRANSFORMS" });
    expect(said).toEqual([]);
  });

  test("rejects when no compute is selected at all, before anything ran", async () => {
    const { said, result } = start(product(diamond), { computes: [] });
    await expect(result).rejects.toMatchObject({
      code: "FLOE_ORCHESTRATOR_COMPUTE",
      message: "Cannot use the default compute: the platform has selected no compute plugin",
      hint: "Name one under plugins.compute in the platform file.",
    });
    expect(said).toEqual([]);
    const logger = recordingLogger();
    const lineage = new LineageOutlets({ baseDir: process.cwd(), logger });
    const none = runProduct(
      product(diamond),
      { plugins: {} },
      { runId: "r1", concurrency: 1, signal: new AbortController().signal, logger, clock, lineage },
    );
    await expect(none).rejects.toMatchObject({ code: "FLOE_ORCHESTRATOR_COMPUTE" });
  });

  test("needs no compute where there is nothing to run", async () => {
    expect(await start(product([]), { computes: [] }).result).toMatchObject({ status: "succeeded", steps: [] });
  });

  test("runs a transform on the compute it names and fails one that names an unknown compute", async () => {
    const [first, second] = [new FakeCompute({}, "first"), new FakeCompute({}, "second")];
    const transforms = [
      transform("here"),
      transform("there", [], { compute: "second" }),
      transform("nowhere", [], { compute: "third" }),
      transform("after", ["nowhere"]),
    ];
    const answer = await start(product(transforms), { computes: [first, second] }).result;
    expect(outcomes(answer)).toEqual({ here: "succeeded", there: "succeeded", nowhere: "failed", after: "skipped" });
    expect(second.requests.map(({ name }) => name)).toEqual(["there"]);
    expect(answer.steps[2]?.error).toMatchObject({
      code: "FLOE_ORCHESTRATOR_COMPUTE",
      message: 'Cannot use compute "third": the platform has not selected it',
    });
  });

  test("fails every step of a compute that does not open", async () => {
    const compute = new FakeCompute({ open: () => Promise.reject(new Error("locked")) });
    const answer = await start(product([transform("a"), transform("b")]), { computes: [compute] }).result;
    expect(outcomes(answer)).toEqual({ a: "failed", b: "failed" });
    expect(compute.calls).toEqual(["open 1"]);
  });

  test("cancels what runs and what has not started when the signal is aborted", async () => {
    const gates = new Gates<number>();
    const controller = new AbortController();
    const compute = new FakeCompute({ materialize: ({ name }, signal) => gates.wait(name, signal) });
    const transforms = [transform("bad"), transform("behind", ["bad"]), transform("a"), transform("b", ["a"])];
    const { said, result } = start(product(transforms), { computes: [compute], signal: controller.signal });
    await settled();
    gates.fail("bad", new Error("bad SQL"));
    await settled();
    controller.abort();
    const answer = await result;
    expect(answer.status).toBe("cancelled");
    expect(outcomes(answer)).toEqual({ bad: "failed", behind: "skipped", a: "cancelled", b: "cancelled" });
    expect(answer.steps.some(({ status, error }) => status === "cancelled" && error !== undefined)).toBe(false);
    expect(said.slice(-3)).toEqual(["step-cancelled b", "step-cancelled a", "run-finished cancelled"]);
    expect(compute.calls.filter((call) => call.startsWith("close"))).toHaveLength(3);
  });

  test("cancels everything and opens nothing when the signal is aborted already", async () => {
    const compute = new FakeCompute();
    const answer = await start(product(diamond), { computes: [compute], signal: AbortSignal.abort() }).result;
    expect(answer.status).toBe("cancelled");
    expect(new Set(answer.steps.map(({ status }) => status))).toEqual(new Set(["cancelled"]));
    expect(compute.calls).toEqual([]);
  });

  test("counts a step that was done before the abort reached it as succeeded", async () => {
    const gates = new Gates<number>();
    const controller = new AbortController();
    const compute = new FakeCompute({ materialize: ({ name }) => gates.wait(name) });
    const { result } = start(product([transform("a")]), { computes: [compute], signal: controller.signal });
    await settled();
    controller.abort();
    gates.open("a", 1);
    expect(await result).toMatchObject({ status: "succeeded", steps: [{ status: "succeeded", rows: 1 }] });
  });

  test("goes on when its listener throws, and says so to the logger", async () => {
    const { logger, result } = start(product([transform("a")]), {
      onEvent: () => {
        throw new Error("broken listener");
      },
    });
    expect((await result).status).toBe("succeeded");
    await settled();
    expect(logger.lines.map(({ level }) => level)).toEqual(["warn", "warn", "warn", "warn"]);
  });

  test("keeps the secrets of the plugins out of errors", async () => {
    const compute = new FakeCompute({ materialize: () => Promise.reject(new Error("login with hunter2 refused")) });
    compute.configure({ password: secret().parse("hunter2") });
    const answer = await start(product([transform("a")]), { computes: [compute] }).result;
    expect(JSON.stringify(answer)).not.toContain("hunter2");
    expect(answer.steps[0]?.error?.message).toContain("login with [secret] refused");
  });

  test("gives every step of any product exactly one final status, which its events agree with", async () => {
    const products = fc.record({
      edges: fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 20 }),
      failing: fc.set(fc.nat(19)),
      concurrency: fc.integer({ min: 1, max: 5 }),
      abortAt: fc.option(fc.nat(30)),
    });
    await fc.assert(
      fc.asyncProperty(products, async ({ edges, failing: bad, concurrency, abortAt }) => {
        const transforms = edges.map((targets, index) =>
          transform(`t${index}`, index === 0 ? [] : targets.map((target) => `t${target % index}`)),
        );
        const controller = new AbortController();
        const done = new Set<string>();
        let running = 0;
        const compute = new FakeCompute({
          materialize: async ({ name }, signal) => {
            for (const need of transforms.find((one) => one.name === name)?.dependsOn ?? []) {
              expect(done).toContain(need);
            }
            running += 1;
            expect(running).toBeLessThanOrEqual(concurrency);
            await Promise.resolve();
            running -= 1;
            signal.throwIfAborted();
            if (bad.has(Number(name.slice(1)))) throw new Error("bad SQL");
            return 1;
          },
        });
        const ends: string[] = [];
        let seen = 0;
        const { result } = start(product(transforms), {
          computes: [compute],
          concurrency,
          signal: controller.signal,
          onEvent: (event) => {
            if (event.type === "step-finished") done.add(event.step);
            if ("step" in event && event.type !== "step-started") ends.push(`${event.step} ${event.type}`);
            if (seen++ === abortAt) controller.abort();
          },
        });
        const answer = await result;
        const words = { succeeded: "finished", failed: "failed", skipped: "skipped", cancelled: "cancelled" };
        expect(answer.steps.map(({ name }) => name)).toEqual(transforms.map(({ name }) => name));
        expect([...ends].sort()).toEqual(answer.steps.map((step) => `${step.name} step-${words[step.status]}`).sort());
        const opened = compute.calls.filter((call) => call.startsWith("open")).length;
        expect(compute.calls.filter((call) => call.startsWith("close")).length).toBeGreaterThanOrEqual(
          compute.calls.filter((call) => call.startsWith("materialize")).length,
        );
        expect(opened).toBeLessThanOrEqual(transforms.length + 1);
      }),
    );
  });
});

const jobs = (events: readonly LineageEvent[]): readonly string[] =>
  events.map(({ eventType, job }) => `${eventType} ${job.namespace} ${job.name}`);

describe("runProduct and lineage", () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test("tells the configured sink and every backend of the run, each by its own names, before it resolves", async () => {
    using own = lineageFile();
    using backends = lineageFile();
    const { result } = start(product([transform("a"), transform("b", ["a"])]), {
      computes: [new FakeCompute({ materialize: ({ name }) => (name === "b" ? null : 2) })],
      lineage: { type: "file", path: own.path },
      backends: [new FakeLineageBackend(() => ({ type: "file", url: backends.path, timeoutMs: 1_000 }))],
    });
    await result;
    expect(jobs(own.events())).toEqual([
      "START sales sales",
      "START sales sales.a",
      "COMPLETE sales sales.a",
      "START sales sales.b",
      "COMPLETE sales sales.b",
      "COMPLETE sales sales",
    ]);
    expect(jobs(backends.events())).toEqual(jobs(own.events()).map((job) => job.replace(" sales ", " backend.sales ")));
    expect(own.events()[2]).toMatchObject({ outputs: [{ outputFacets: { outputStatistics: { rowCount: 2 } } }] });
    expect(own.events()[4]).toMatchObject({ inputs: [{ name: "sales.a" }], outputs: [{ name: "sales.b" }] });
  });

  test("sends columns, the sources a transform reads and where its columns come from, as the engine knows them", async () => {
    using file = lineageFile();
    const compute = new FakeCompute({
      columns: [{ name: "id", type: "INTEGER" }],
      tables: async () => ["raw"],
      columnLineage: async () => [
        { column: "id", inputs: [{ table: "raw", column: "ID", transformation: "IDENTITY" }] },
      ],
    });
    const artifacts = product([transform("a")], { sources: [{ name: "raw", path: "/data/raw.csv" }] });
    await start(artifacts, { computes: [compute], lineage: { type: "file", path: file.path } }).result;
    const source = { namespace: "file", name: "/data/raw.csv" };
    expect(file.events()[2]).toMatchObject({
      inputs: [source],
      outputs: [
        {
          facets: {
            schema: { fields: [{ name: "id", type: "INTEGER" }] },
            columnLineage: { fields: { id: { inputFields: [{ ...source, field: "ID" }] } } },
          },
        },
      ],
    });
  });

  test("succeeds although the engine cannot tell, and asks nothing when nobody wants to know", async () => {
    using file = lineageFile();
    let asked = 0;
    const compute = new FakeCompute({ columnLineage: () => Promise.reject(new Error(`unsupported ${++asked}`)) });
    const told = await start(product([transform("a")]), {
      computes: [compute],
      lineage: { type: "file", path: file.path },
    }).result;
    const untold = await start(product([transform("a")]), { computes: [compute] }).result;
    expect([told.status, untold.status, asked]).toEqual(["succeeded", "succeeded", 1]);
    expect(jobs(file.events())).toContain("COMPLETE sales sales.a");
  });

  test("sends failures without secrets, those that only the platform knows included", async () => {
    using file = lineageFile();
    const compute = new FakeCompute({ materialize: () => Promise.reject(new Error("hunter2 and vault-key refused")) });
    compute.configure({ password: secret().parse("hunter2") });
    const sql = "SELECT 'vault-key'";
    await start(product([transform("a", [], { sql }), transform("b", ["a"])]), {
      computes: [compute],
      redact: (text) => text.replaceAll("vault-key", "[secret]"),
      lineage: { type: "file", path: file.path },
    }).result;
    const sent = JSON.stringify(file.events());
    expect(sent).not.toMatch(/hunter2|vault-key/);
    expect(sent).toContain("[secret] and [secret] refused (FLOE_STEP)");
    expect(jobs(file.events())).toEqual(["START sales sales", "START sales sales.a", "FAIL sales sales.a", "FAIL sales sales"]);
  });

  test("aborts in lineage what was running when the run was cancelled", async () => {
    using file = lineageFile();
    const gates = new Gates<number>();
    const controller = new AbortController();
    const compute = new FakeCompute({ materialize: ({ name }, signal) => gates.wait(name, signal) });
    const { result } = start(product([transform("a"), transform("b", ["a"])]), {
      computes: [compute],
      signal: controller.signal,
      lineage: { type: "file", path: file.path },
    });
    await settled();
    controller.abort();
    await result;
    expect(jobs(file.events())).toEqual([
      "START sales sales",
      "START sales sales.a",
      "ABORT sales sales.a",
      "ABORT sales sales",
    ]);
  });

  test("runs as ever when lineage cannot be sent, and warns", async () => {
    const { logger, result } = start(product([transform("a")]), {
      backends: [
        new FakeLineageBackend(() => ({ type: "http", timeoutMs: 1_000 })),
        new FakeLineageBackend(() => {
          throw new Error("no such server");
        }),
      ],
    });
    expect((await result).status).toBe("succeeded");
    expect(logger.lines.map(({ level }) => level)).toEqual(["warn", "warn"]);
  });

  test("ends although the engine never answers what a transform reads, whatever signal it is given", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const compute = new FakeCompute({ tables: () => new Promise(() => undefined) });
    const { result } = start(product([transform("a")]), { computes: [compute], lineage: { type: "console" } });
    await settled();
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await result).status).toBe("succeeded");
    expect(compute.calls.at(-1)).toBe("close 1");
  });

  test("waits for one event's retries where the server refuses, and tries again in the next run", async () => {
    // No wait between attempts.
    vi.spyOn(Math, "random").mockReturnValue(2);
    const requests = vi.spyOn(globalThis, "fetch");
    const logger = recordingLogger();
    const sink = { type: "http", url: await refusingUrl() } as const;
    const lineage = new LineageOutlets({ sink, baseDir: process.cwd(), logger });
    for (const runId of ["r1", "r2"]) {
      const environment = { runId, concurrency: 1, signal: new AbortController().signal, logger, clock, lineage };
      const plugins = { "floe.computes": [new FakeCompute()] };
      expect((await runProduct(product(diamond), { plugins }, environment)).status).toBe("succeeded");
    }
    expect(requests).toHaveBeenCalledTimes(8);
    const target = `${sink.url}/api/v1/lineage`;
    const incomplete = `Lineage at ${target} is incomplete. Events: 1 could not be sent, 9 not tried after that.`;
    expect(logger.lines.map(({ message }) => message)).toEqual([
      `Cannot send lineage to ${target}: no connection (ECONNREFUSED). The job goes on.`,
      incomplete,
      incomplete,
    ]);
  });

  test.each([
    ["a second when the run is cancelled", true, 1_000],
    ["five seconds otherwise", false, 5_000],
  ])("waits for a server that never answers %s", async (_what, isCancelled, limitMs) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    vi.spyOn(globalThis, "fetch").mockReturnValue(new Promise(() => undefined));
    const ended = vi.fn();
    const { result } = start(product([transform("a")]), {
      signal: isCancelled ? AbortSignal.abort() : new AbortController().signal,
      lineage: { type: "http", url: "http://localhost:5000", timeoutMs: 60_000 },
    });
    const ending = result.then(ended);
    await settled();
    await vi.advanceTimersByTimeAsync(limitMs - 1);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await ending;
  });

  test("stops waiting for a server a second after the run is cancelled at its end", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    vi.spyOn(globalThis, "fetch").mockReturnValue(new Promise(() => undefined));
    const controller = new AbortController();
    const ended = vi.fn();
    const { result } = start(product([transform("a")]), {
      signal: controller.signal,
      lineage: { type: "http", url: "http://localhost:5000" },
    });
    const ending = result.then(ended);
    await settled();
    await vi.advanceTimersByTimeAsync(500);
    controller.abort();
    await vi.advanceTimersByTimeAsync(999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await ending;
    expect((await result).status).toBe("succeeded");
  });
});

/** An address of this machine at which nothing listens any more. */
async function refusingUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
