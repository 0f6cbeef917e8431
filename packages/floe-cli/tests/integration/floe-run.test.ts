import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { floe } from "../support/floe-process.ts";
import { temporaryApp } from "../support/temporary-app.ts";

const product = {
  "floe.yaml": `name: shop
plugins:
  compute: { type: duckdb, config: { path: ./shop.duckdb, threads: "\${env:THREADS:-1}" } }
sources:
  - { name: raw_orders, path: ./orders.csv }
transforms: ./models
`,
  "orders.csv": "id,customer,amount\n1,ann,10\n2,bob,5\n3,ann,7\n",
  "models/orders.sql": "SELECT id, customer, amount FROM raw_orders;\n",
  "models/customers.sql": "SELECT customer, sum(amount) AS amount FROM orders GROUP BY customer ORDER BY customer",
  "models/best.sql": "-- floe: { materialization: view }\nSELECT * FROM customers WHERE amount > 6",
};

describe("floe run", () => {
  test("runs a product in DuckDB, prints results to standard output and progress to standard error", async () => {
    const app = temporaryApp(product);
    const { exitCode, stdout, stderr } = await floe(["run"], app.root);
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining("customers finished: 2 rows")]);
    expect(stdout).toMatch(/^shop floe\.yaml\n/);
    expect(stdout).toMatch(/floe\.computes:duckdb +\d+\.\d+\.\d+ +floe-duckdb-compute/);
    expect(stdout).toMatch(/floe\.orchestrators:local +\d+\.\d+\.\d+ +floe-local-orchestrator/);
    expect(stdout).toMatch(/floe\.computes:duckdb +healthy/);
    expect(stdout).toMatch(/\norders +succeeded +3 +\d+ ms\ncustomers +succeeded +2 +\d+ ms\nbest +succeeded +\d+ ms\n/);
    expect(stdout).toMatch(/\nRun succeeded: 3 steps, 5 rows, .* in all$/);
    expect(stdout).not.toContain("finished");
    expect(`${stdout}${stderr}`).not.toContain("\u001B");
    expect(existsSync(app.path("shop.duckdb"))).toBe(true);
  });

  test("leaves a record of the run", async () => {
    const app = temporaryApp(product);
    await floe(["run"], app.root);
    const [file] = readdirSync(app.path(".floe/runs"));
    const lines = app.read(`.floe/runs/${file!}`).trimEnd().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ type: "run", product: "shop", plugins: [{ package: "floe-duckdb-compute" }, {}] });
    expect(lines.filter(({ type }) => type === "step-finished")).toHaveLength(3);
    expect(lines.at(-1)).toMatchObject({ type: "result", status: "succeeded" });
  });

  test("runs the selected transforms only", async () => {
    const app = temporaryApp(product);
    await floe(["run"], app.root);
    const { exitCode, stdout } = await floe(["run", "--select", "customers", "--quiet"], app.root);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^STEP .*\ncustomers +succeeded +2 .*\n\nRun succeeded: 1 step, 2 rows/);
  });

  test("prints one JSON document with --json", async () => {
    const app = temporaryApp(product);
    const { exitCode, stdout } = await floe(["run", "--json"], app.root);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      version: "1.0",
      command: "run",
      ok: true,
      product: { name: "shop", file: app.path("floe.yaml") },
      plugins: [{ key: "floe.computes:duckdb" }, { key: "floe.orchestrators:local" }],
      health: { ok: true },
      run: { status: "succeeded", steps: [{ name: "orders", rows: 3 }, { name: "customers", rows: 2 }, { name: "best" }] },
      shutdown: { ok: true },
    });
  });

  test("goes by --cwd, a file argument and the environment", async () => {
    const app = temporaryApp(product);
    const elsewhere = temporaryApp({});
    expect((await floe(["run", "--cwd", app.root, "--quiet"], elsewhere.root)).exitCode).toBe(0);
    expect((await floe(["run", app.path("floe.yaml"), "--quiet"], elsewhere.root, { THREADS: "2" })).exitCode).toBe(0);
    const { exitCode, stderr } = await floe(["run", app.path("floe.yaml")], elsewhere.root, { THREADS: "many" });
    expect([exitCode, stderr]).toEqual([3, expect.stringMatching(/floe\.yaml:3:\d+: error: threads: /)]);
    expect(existsSync(elsewhere.path(".floe"))).toBe(false);
  });

  test("ends a failed run with 1, says why, and goes on with what does not need the failed step", async () => {
    const app = temporaryApp({
      ...product,
      "models/broken.sql": "SELECT CAST(customer AS INTEGER) AS number FROM orders",
      "models/after.sql": "SELECT * FROM broken",
    });
    const { exitCode, stdout, stderr } = await floe(["run"], app.root);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/broken +failed/);
    expect(stdout).toMatch(/after +skipped \(broken\)/);
    expect(stdout).toMatch(/customers +succeeded/);
    expect(stderr).toMatch(/^broken: .*/m);
    expect(stderr).not.toContain("    at ");
  });

  test("prints every problem of a platform with its place, ends with 3, and writes nothing", async () => {
    const app = temporaryApp({
      "floe.yaml": `name: shop
plugin: {}
plugins:
  compute: { type: duckdb, config: { path: ./shop.duckdb, thread: 1 } }
  orchestrator: locale
sources:
  - { name: raw_orders, path: ./order.csv }
transforms: ./models
`,
      "orders.csv": "id\n1\n",
      "models/orders.sql": "-- floe: { materialization: veiw }\nSELECT id FROM raw_orders",
    });
    const before = readdirSync(app.root).sort();
    const { exitCode, stdout, stderr } = await floe(["run"], app.root);
    expect([exitCode, stdout]).toEqual([3, ""]);
    const places = stderr.split("\n").flatMap((line) => /^(\S+:\d+:\d+): error: /.exec(line)?.[1] ?? []);
    expect(places).toEqual(["floe.yaml:2:1", "floe.yaml:4:59", "floe.yaml:5:17", "floe.yaml:7:31", "models/orders.sql:1:29"]);
    for (const near of ["plugins", "threads", "local", "view"]) expect(stderr).toContain(`Did you mean "${near}"?`);
    expect(stderr).not.toContain("    at ");
    expect(readdirSync(app.root).sort()).toEqual(before);
  });

  test("places what DuckDB's parser refuses, and slips in table names", async () => {
    const app = temporaryApp({
      ...product,
      "models/best.sql": "-- The best.\nSELECT *\nFROM customer",
      "models/worst.sql": "SELECT *\nFROM orders\nWHERE WHERE amount < 1",
    });
    const { exitCode, stderr } = await floe(["run"], app.root);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^models\/best\.sql:3:6: error: best reads customer, /m);
    expect(stderr).toContain('Did you mean "customers"?');
    expect(stderr).toMatch(/^models\/worst\.sql:3:\d+: error: the SQL of worst is refused/m);
  });

  test.each([
    ["a missing file", {}, /^floe\.yaml: error: the platform file does not exist$/m],
    ["broken YAML", { "floe.yaml": "name: x\nplugins: [\n" }, /^floe\.yaml:\d+:\d+: error: /m],
    ["an empty file", { "floe.yaml": "" }, /^floe\.yaml:1:1: error: the file is empty$/m],
  ])("ends with 3 for %s", async (_, files, message) => {
    const { exitCode, stdout, stderr } = await floe(["run"], temporaryApp(files).root);
    expect([exitCode, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(message);
  });

  test("prints problems as JSON, too", async () => {
    const app = temporaryApp({ "floe.yaml": "name: 1\nplugins: {}\n" });
    const { exitCode, stdout } = await floe(["run", "--json"], app.root);
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      version: "1.0",
      command: "run",
      ok: false,
      error: { code: "FLOE_PLATFORM_INVALID", problems: [{ file: app.path("floe.yaml"), line: 1, column: 7 }] },
    });
  });

  test("runs on where the record cannot be written, with one warning", async () => {
    const app = temporaryApp(product);
    writeFileSync(app.path(".floe"), "no folder");
    const { exitCode, stderr } = await floe(["run"], app.root);
    expect(exitCode).toBe(0);
    expect(stderr.match(/^warn: Cannot write the run record: /gm)).toHaveLength(1);
  });

  test("does without HOME and in a strange locale", async () => {
    const { exitCode } = await floe(["run", "--quiet"], temporaryApp(product).root, { LANG: "de_DE.UTF-8", HOME: "" });
    expect(exitCode).toBe(0);
  });
});
