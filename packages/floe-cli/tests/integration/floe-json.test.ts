import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { documentProblems } from "../support/document-schemas.ts";
import { floe } from "../support/floe-process.ts";
import { scriptedCompute, temporaryApp, type TemporaryApp } from "../support/temporary-app.ts";

const product = {
  "floe.yaml": `name: shop
plugins: { compute: { type: duckdb, config: { path: ./shop.duckdb } } }
sources: [{ name: raw_orders, path: ./orders.csv }]
transforms: ./models
schedule: { cron: "0 6 * * *", timezone: Europe/Berlin }
`,
  "orders.csv": "id,customer,amount\n1,ann,10\n2,bob,5\n",
  "models/orders.sql": "SELECT id, customer, amount FROM raw_orders",
};
const failing = { ...product, "models/broken.sql": "SELECT CAST(customer AS INTEGER) AS number FROM orders" };
const invalid = { "floe.yaml": "name: shop\nplugin: {}\n" };
const unhealthy = {
  "scripted-compute": {
    ...scriptedCompute,
    "plugin.js": `${scriptedCompute["plugin.js"] ?? ""}\nScriptedCompute.prototype.startup = () => { throw new Error("no"); };`,
  },
};
const scripted = { "floe.yaml": "name: x\nplugins: { compute: scripted }\ntransforms: [{ name: a, sql: SELECT 1 }]" };

/** Runs a command with `--json` and checks that it prints one document, and nothing else, of its schema. */
async function documentOf(schema: string, args: readonly string[], app: TemporaryApp): Promise<[number | undefined, Record<string, unknown>]> {
  const { exitCode, stdout } = await floe([...args, "--json"], app.root);
  const document = JSON.parse(stdout) as Record<string, unknown>;
  expect(documentProblems(schema, document)).toEqual([]);
  expect(document["ok"]).toBe(exitCode === 0);
  return [exitCode, document];
}

describe("floe --json", () => {
  test.each<[string, readonly string[], Record<string, string>, number]>([
    ["run", ["run"], product, 0],
    ["run", ["run"], failing, 1],
    ["run", ["run"], invalid, 3],
    ["check", ["check"], product, 0],
    ["check", ["check"], invalid, 3],
    ["compile", ["compile"], product, 0],
    ["compile", ["compile", "--output", "artifacts.json"], product, 0],
    ["compile", ["compile", "nowhere.yaml"], {}, 3],
    ["health", ["health"], product, 0],
    ["health", ["health"], invalid, 3],
    ["schema", ["schema"], {}, 0],
    ["schema", ["schema", "--output", "no/such/folder/floe.schema.json"], {}, 1],
    ["completion", ["completion", "bash"], {}, 0],
    ["plugins-list", ["plugins", "list"], {}, 0],
    ["plugins-explain", ["plugins", "explain", "duckdb"], product, 0],
    ["plugins-explain", ["plugins", "explain", "duckdb"], invalid, 0],
    ["plugins-explain", ["plugins", "explain", "floe-duckdb-compute", "--no-load"], {}, 0],
    ["plugins-explain", ["plugins", "explain", "floe-core"], {}, 1],
    ["plugins-explain", ["plugins", "explain", "dukdb"], {}, 1],
    ["plugins-graph", ["plugins", "graph"], {}, 0],
    ["plugins-graph", ["plugins", "graph", "floe.yaml"], product, 0],
    ["plugins-graph", ["plugins", "graph", "floe.yaml"], invalid, 3],
  ])("%s.json describes what %j prints", async (schema, args, files, expected) => {
    const [exitCode] = await documentOf(schema, args, temporaryApp(files));
    expect(exitCode).toBe(expected);
  });

  test("health.json and start-report.json describe plugins that do not start", async () => {
    const app = temporaryApp(scripted, unhealthy);
    expect((await documentOf("health", ["health"], app))[0]).toBe(1);
    expect((await documentOf("run", ["run", "--report", "start.json"], app))[0]).toBe(1);
    const report: unknown = JSON.parse(app.read("start.json"));
    expect(documentProblems("start-report", report)).toEqual([]);
    expect(report).toMatchObject({ ok: false });
  });

  test("step.json describes a step that succeeds, one that fails and one that is not there", async () => {
    const app = temporaryApp(failing);
    await floe(["compile", "--output", "artifacts.json"], app.root);
    expect((await documentOf("step", ["step", "artifacts.json", "orders"], app))[0]).toBe(0);
    expect((await documentOf("step", ["step", "artifacts.json", "broken"], app))[0]).toBe(1);
    expect((await documentOf("step", ["step", "artifacts.json", "nothing"], app))[0]).toBe(2);
    writeFileSync(app.path("artifacts.json"), "{");
    expect((await documentOf("step", ["step", "artifacts.json", "orders"], app))[0]).toBe(3);
  });

  test("plugins-explain.json describes a plugin that does not load", async () => {
    const trap = { ...scriptedCompute, "plugin.js": "throw new Error('imported');" };
    const app = temporaryApp({}, { "scripted-compute": trap });
    const [exitCode, document] = await documentOf("plugins-explain", ["plugins", "explain", "scripted"], app);
    expect([exitCode, document]).toMatchObject([1, { plugins: [{ state: "failed", load: { error: { stage: "import" } } }] }]);
  });

  test("serve.json describes every line from the first to the last", async () => {
    const app = temporaryApp(product);
    const child = floe(["serve", "--json", "--verbose"], app.root);
    const lines: string[] = [];
    for await (const line of child.iterable({ from: "stdout" })) {
      lines.push(line);
      if (line.includes('"scheduled"')) child.kill("SIGTERM");
    }
    const { exitCode } = await child;
    const documents = lines.map((line) => JSON.parse(line) as { event: { type: string } });
    expect(documents.map((document) => documentProblems("serve", document))).toEqual(documents.map(() => []));
    expect([documents[0]?.event.type, documents.at(-1)?.event.type]).toEqual(["serving", "stopped"]);
    expect(exitCode).toBe(143);
  });

  test("serve.json describes the error for a product without a schedule", async () => {
    expect((await documentOf("serve", ["serve"], temporaryApp(scripted, { "scripted-compute": scriptedCompute })))[0]).toBe(3);
  });
});
