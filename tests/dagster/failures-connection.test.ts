import { existsSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { floe } from "../platform/support/floe.ts";
import { makeProduct } from "../platform/support/product.ts";
import { startProxy, type Proxy, type ProxyAnswer } from "./support/proxy.ts";
import { documentOf, MANIFEST, onDagster, platformFile, serveProduct, type ErrorDocument, type ServedProduct } from "./support/served-product.ts";

/*
 * What somebody meets with the floe command whose Dagster cannot be reached, does not let them in, or does not load the
 * product. No run is begun, so that it needs no daemon.
 */

const TOKEN = "correct-horse-7f3e";
const FILES = { "rows.csv": "id\n1\n", "models/first.sql": "SELECT id FROM source", "secrets.env": `DAGSTER_TOKEN=${TOKEN}\n` };

const WITH_TOKEN = 'token: "${secret:dagster-token}"';

/** What the health check says of the orchestrator. */
interface HealthDocument {
  readonly ok: boolean;
  readonly health: {
    readonly overall: string;
    readonly plugins: readonly { readonly key: string; readonly status: { readonly state: string; readonly message: string; readonly details: { readonly errors: readonly string[] } } }[];
  };
}

const python = inject("python");
let product: ServedProduct;

beforeAll(async () => {
  if ("bin" in python) product = await serveProduct(FILES, { python: python.bin });
});

afterAll(async () => {
  if ("bin" in python) await product[Symbol.asyncDispose]();
});

const run = async (root: string, file = "floe.yaml") => documentOf<ErrorDocument>(floe(root, "run", file, "--json"));

async function health(root: string, file = "floe.yaml") {
  const { document, ...end } = await documentOf<HealthDocument>(floe(root, "health", file, "--json"));
  return { ...end, ok: document.ok, orchestrator: document.health.plugins.find(({ key }) => key === "floe.orchestrators:dagster")?.status };
}

/** The texts of all files below a folder. */
async function textsBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => readFile(path.join(entry.parentPath, entry.name), "utf8")));
}

describe.runIf("bin" in python)("floe on a Dagster without a daemon", () => {
  test("says so, and takes its run out of the queue on SIGINT", async () => {
    await product.write({ "floe.yaml": platformFile(onDagster(product.server.url)) });
    expect(await health(product.root)).toMatchObject({ exitCode: 0, orchestrator: { state: "degraded", message: expect.stringContaining("daemon is not running") as string } });
    const started = floe(product.root, "run", "--json");
    const runs = async (): Promise<unknown> => product.graphql("{ runsOrError { ... on Runs { results { status } } } }");
    await vi.waitFor(async () => expect(await runs()).toEqual({ runsOrError: { results: [{ status: "QUEUED" }] } }), { timeout: 60_000, interval: 100 });
    started.kill("SIGINT");
    const { exitCode, document, stderr } = await documentOf(started);
    expect(exitCode, stderr).toBe(130);
    expect(document).toMatchObject({ health: { overall: "degraded" }, run: { status: "cancelled", steps: [{ name: "first", status: "cancelled" }] } });
    expect(await runs()).toEqual({ runsOrError: { results: [{ status: "CANCELED" }] } });
    expect(existsSync(product.database)).toBe(false);
  });
});

describe.runIf("bin" in python)("floe on a Dagster that does not load the product", () => {
  test("shows Python's error, in a run and in a health check", async () => {
    // Loaded for this executor alone, and found before an installed one.
    await product.write({
      ".floe/dagster/dagster_k8s.py": "raise ModuleNotFoundError(\"No module named 'kubernetes_of_nobody'\")\n",
      "floe.yaml": platformFile(onDagster(product.server.url, "executor: { type: k8s_job }")),
    });
    const { exitCode, document, stderr } = await run(product.root);
    expect(exitCode, product.server.logs()).toBe(1);
    const message = `Cannot use Dagster's code location "product": it failed to load: ModuleNotFoundError: No module named 'kubernetes_of_nobody'`;
    const hint = `Run \`dagster definitions validate\` in ${product.codeLocation} for the whole error.`;
    expect(document).toMatchObject({ ok: false, error: { code: "FLOE_DAGSTER_LOCATION", location: "product", problem: "failed", message: expect.stringContaining(message) as string, hint } });
    expect(stderr).toContain("No module named 'kubernetes_of_nobody'");
    const ill = await health(product.root);
    expect(ill).toMatchObject({ exitCode: 1, ok: false, orchestrator: { state: "unhealthy", message: expect.stringContaining(message) as string } });
    expect(ill.orchestrator?.details.errors).toEqual([expect.stringContaining(hint)]);
    expect(existsSync(product.database)).toBe(false);
  });

  test.for([
    ["floe.json", '{"version": "1.0"', "Cannot read"],
    ["definitions.py", "raise ValueError('no luck today')\n", "ValueError: no luck today"],
  ] as const)("shows what is wrong with a %s of Dagster's own", async ([name, text, reason]) => {
    await product.write({ "floe.yaml": platformFile(onDagster(product.server.url)) });
    await floe(product.root, "compile", "--entry-point", ".floe/dagster");
    // What is not floe's would be in the way of whatever comes next.
    onTestFinished(() => rm(path.join(product.codeLocation, name)));
    await product.write({ [`.floe/dagster/${name}`]: text, "floe.yaml": platformFile(onDagster(product.server.url, "workingDirectory: null", "location: product")) });
    const { exitCode, document } = await run(product.root);
    expect(exitCode, product.server.logs()).toBe(1);
    expect(document.error).toMatchObject({ code: "FLOE_DAGSTER_LOCATION", problem: "failed", message: expect.stringContaining(reason) as string });
    expect(document.error.message).toContain(name === "floe.json" ? path.join(product.codeLocation, name) : reason);
    expect(await health(product.root)).toMatchObject({ exitCode: 1, orchestrator: { state: "unhealthy", message: expect.stringContaining(reason) as string } });
    // Nobody's files were touched.
    expect(await readFile(path.join(product.codeLocation, name), "utf8")).toBe(text);
  });
});

describe.runIf("bin" in python)("floe on a Dagster behind something else", () => {
  let proxy: Proxy;

  beforeAll(async () => {
    proxy = await startProxy(product.server.url);
    await product.write({ "floe.yaml": platformFile(onDagster(proxy.url, WITH_TOKEN), { secrets: "secrets.env" }) });
    await floe(product.root, "compile", "--entry-point", ".floe/dagster");
  });

  afterAll(() => proxy[Symbol.asyncDispose]());

  const answers: readonly (readonly [string, Exclude<ProxyAnswer, string>, { readonly code: string; readonly message: RegExp; readonly hint: RegExp }])[] = [
    [
      "a refused token",
      { status: 401, type: "text/html", body: `<html>not with ${TOKEN}</html>` },
      { code: "FLOE_DAGSTER_AUTHENTICATION", message: /the server answered 401$/, hint: /Set the orchestrator's token/ },
    ],
    [
      "a login page",
      { status: 200, type: "text/html", body: `<!doctype html><title>Sign in</title>${TOKEN}` },
      { code: "FLOE_DAGSTER_REPLY", message: /not JSON, but text\/html with status 200: <!doctype html><title>Sign in/, hint: /This is a login page/ },
    ],
    [
      "a redirect to one",
      { status: 302, type: "text/html", body: "", location: `https://login.example/start?token=${TOKEN}` },
      { code: "FLOE_DAGSTER_REPLY", message: /redirects to https:\/\/login\.example\/start, probably/, hint: /This is a login page/ },
    ],
    [
      "a failure in JSON",
      { status: 500, type: "application/json", body: JSON.stringify({ errors: [{ message: `database is locked for ${TOKEN}` }] }) },
      { code: "FLOE_DAGSTER_SERVER", message: /database is locked for /, hint: /output of Dagster's webserver/ },
    ],
  ];

  test.for(answers)("tells %s for what it is, and nothing of the token", async ([, answer, { code, message, hint }]) => {
    proxy.answer = () => answer;
    const { exitCode, document, stdout, stderr } = await run(product.root);
    expect(exitCode, stderr).toBe(1);
    expect(document).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(message) as string, hint: expect.stringMatching(hint) as string } });
    expect(document.error.message).toContain(proxy.url);
    expect(stderr).toContain(document.error.message.split("\n")[0]);
    const ill = await health(product.root);
    expect(ill).toMatchObject({ exitCode: 1, orchestrator: { state: "unhealthy" } });
    for (const text of [stdout, stderr, ill.stdout, ill.stderr, ...(await textsBelow(path.join(product.root, ".floe")))]) expect(text).not.toContain(TOKEN);
    expect(existsSync(product.database)).toBe(false);
  });
});

describe("floe without a Dagster", () => {
  let nobody: string;

  beforeAll(async () => {
    const gone = await startProxy("");
    await gone[Symbol.asyncDispose]();
    nobody = gone.url;
  });

  test("says where to start it, and has written what it will load", async () => {
    const alone = await makeProduct({ ...FILES, "package.json": MANIFEST, "floe.yaml": platformFile(onDagster(nobody)) });
    const folder = path.join(alone.root, ".floe/dagster");
    const { exitCode, document, stderr } = await run(alone.root);
    const hint = `Start \`dagster dev\` in ${folder}, or correct the orchestrator's url.`;
    expect(exitCode).toBe(1);
    expect(document).toMatchObject({ ok: false, error: { code: "FLOE_DAGSTER_UNAVAILABLE", message: `Cannot reach Dagster at ${nobody}: no connection (ECONNREFUSED)`, hint } });
    expect(stderr).toContain("dagster dev");
    expect(existsSync(path.join(folder, "definitions.py"))).toBe(true);
    const ill = await health(alone.root);
    expect(ill).toMatchObject({ exitCode: 1, orchestrator: { state: "unhealthy", details: { errors: [expect.stringContaining(`Start \`dagster dev\` in ${folder}`)] } } });
    expect(existsSync(alone.database)).toBe(false);
  });

  test("refuses a database in memory before anything is written", async () => {
    const alone = await makeProduct({ ...FILES, "package.json": MANIFEST, "floe.yaml": platformFile(onDagster(nobody), { database: ":memory:" }) });
    const expected = { code: "FLOE_DAGSTER_DEFINITIONS", message: expect.stringContaining('transform "first": compute "duckdb": it keeps its tables in the memory') as string, hint: "Give the engine a file to keep its tables in." };
    expect(await run(alone.root)).toMatchObject({ exitCode: 1, document: { ok: false, error: expected } });
    expect(await documentOf(floe(alone.root, "compile", "--entry-point", ".floe/dagster", "--json"))).toMatchObject({ exitCode: 1, document: { error: expected } });
    expect(existsSync(path.join(alone.root, ".floe"))).toBe(false);
  });
});
