import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { floe } from "./support/floe.ts";
import { makeProduct, type Product } from "./support/product.ts";

const TOKEN = "tok-7f3e9a1c55d2";
/** With everything that JSON and URLs write in another way. */
const HOME = 'h&me "7f3e" \\ 9a1c';

interface Received {
  readonly authorization: string | undefined;
  readonly body: string;
}

/** A lineage receiver on a free loopback port. It looks at all processes while a run is going on. */
async function receiver(): Promise<{ url: string; received: Received[]; processes: string[] }> {
  const received: Received[] = [];
  const processes: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      received.push({ authorization: request.headers.authorization, body });
      processes.push(...processListing());
      response.writeHead(201).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, processes };
}

/** Arguments and environments of all processes, where the system shows them as files. */
function processListing(): string[] {
  if (process.platform !== "linux") return [];
  const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return ids.flatMap((id) =>
    ["cmdline", "environ"].flatMap((file) => {
      try {
        return readFileSync(`/proc/${id}/${file}`, "utf8");
      } catch {
        // It ended in between, or is not ours to read.
        return [];
      }
    }),
  );
}

async function makeSecretive(url: string): Promise<Product> {
  return makeProduct({
    "secrets.env": `LINEAGE_TOKEN=${TOKEN}\nWAREHOUSE_HOME='${HOME}'\n`,
    "floe.yaml": `name: secretive
plugins:
  secrets: { type: env, config: { files: [secrets.env] } }
  compute:
    type: duckdb
    config: { path: ./product.duckdb, settings: { home_directory: "\${secret:warehouse/home}" } }
  orchestrator:
    type: local
    config: { lineage: { type: http, url: "${url}", token: "\${secret:lineage-token}" } }
sources:
  - { name: source, path: ./rows.csv }
transforms: ./models
`,
    "rows.csv": "id\n1\n2\n",
    "models/good.sql": "SELECT count(*) AS rows FROM source WHERE current_setting('home_directory') <> ''",
    // DuckDB's message repeats the text that is no number.
    "models/leaky.sql": "SELECT CAST(current_setting('home_directory') AS INTEGER) AS number FROM source",
  });
}

/** Every spelling under which the secrets could turn up. */
const SPELLINGS = [TOKEN, HOME].flatMap((text) => [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)]);

function expectNoSecret(text: string, where: string): void {
  for (const spelling of SPELLINGS) expect(text.includes(spelling), `a secret in ${where}`).toBe(false);
}

function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("node_modules"));
}

describe("secrets", () => {
  test("a run uses secrets, and no stream, file, lineage event or process listing shows them", async () => {
    const { url, received, processes } = await receiver();
    const { root } = await makeSecretive(url);
    const runs = [
      ["run", "--verbose", "--report", "start.json"],
      ["run", "--json"],
      ["check", "--verbose"],
      ["compile", "--output", "artifacts.json"],
      ["compile"],
      ["step", "artifacts.json", "good", "--json"],
      ["step", "artifacts.json", "leaky", "--verbose"],
      ["health", "--json"],
      ["plugins", "explain", "local", "--json"],
      ["schema", "--json"],
    ];
    const outputs = new Map<string, Awaited<ReturnType<typeof floe>>>();
    for (const args of runs) outputs.set(args.join(" "), await floe(root, ...args));

    const exitCodes = [...outputs.values()].map(({ exitCode }) => exitCode);
    expect(exitCodes).toEqual([1, 1, 0, 0, 0, 0, 1, 0, 0, 0]);
    // The secrets did arrive where they were needed, and what was hidden says so.
    expect(new Set(received.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${TOKEN}`]));
    expect(outputs.get("run --json")?.stdout).toContain("Could not convert string '[secret]' to INT32");
    expect(JSON.parse(outputs.get("run --json")?.stdout ?? "")).toMatchObject({
      run: { status: "failed", steps: [{ name: "good", status: "succeeded" }, { name: "leaky", status: "failed" }] },
    });
    expect(received.some(({ body }) => body.includes("[secret]"))).toBe(true);

    for (const [command, { stdout, stderr }] of outputs) expectNoSecret(`${stdout}\n${stderr}`, `the output of floe ${command}`);
    for (const { body } of received) expectNoSecret(body, "a lineage event");
    for (const text of processes) expectNoSecret(text, "a process listing");
    const files = filesOf(root).filter((file) => path.basename(file) !== "secrets.env");
    expect(files.map((file) => path.basename(file))).toEqual(
      expect.arrayContaining(["start.json", "artifacts.json", "product.duckdb", expect.stringMatching(/\.jsonl$/)]),
    );
    for (const file of files) expectNoSecret(readFileSync(file, "latin1"), path.relative(root, file));
    expect(readFileSync(path.join(root, "artifacts.json"), "utf8")).toContain("${secret:warehouse/home}");
  });

  test("a secret that is not there ends a run with its place, before anything is made", async () => {
    const { url } = await receiver();
    const { root, write } = await makeSecretive(url);
    await write({ "secrets.env": `LINEAGE_TOKEN=${TOKEN}\n` });
    const { exitCode, stdout, stderr } = await floe(root, "run");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("floe.yaml:6:67: warehouse/home: there is no such secret in env");
    expect(stdout).not.toContain("STEP");
    expect(filesOf(root).some((file) => file.endsWith(".duckdb"))).toBe(false);
    expect((await floe(root, "check")).exitCode).toBe(0);
  });
});
