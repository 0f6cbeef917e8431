import { readdirSync } from "node:fs";
import path from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { floe } from "../support/floe-process.ts";
import { shop } from "../support/shop.ts";
import { scriptedCompute, temporaryApp } from "../support/temporary-app.ts";

const bin = path.resolve(import.meta.dirname, "../../bin/floe.js");

const mistaken = {
  ...shop,
  "floe.yaml": `nmae: shop
name: 1shop
plugins:
  compute: { type: duckdb, config: { path: ./shop.duckdb, thread: 1, threads: many, memoryLimit: "\${env:LIMIT}" } }
  orchestrator: locale
  storage: [s3]
sources:
  - { name: raw_orders, path: ./order.csv }
transforms: ./models
schedule: { cron: "61 6 * * *", timezone: Europe/Berln }
`,
  "models/best.sql": "-- floe: { materialization: veiw }\nSELECT * FROM customers",
  "models/worst.sql": "SELECT *\nFROM orders\nWHERE WHERE amount < 1",
};

describe("floe check", () => {
  test("says what it checked and leaves no trace", async () => {
    const app = temporaryApp(shop);
    const before = readdirSync(app.root).sort();
    const { exitCode, stdout, stderr } = await floe(["check"], app.root);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^shop floe\.yaml is valid: 2 plugins, 1 source, 3 transforms, no schedule\n\nPLUGIN /);
    expect(stdout).toMatch(/\nfloe\.computes:duckdb +\d+\.\d+\.\d+ +floe-duckdb-compute\nfloe\.orchestrators:local /);
    expect(readdirSync(app.root).sort()).toEqual(before);
  });

  test("asks for no compile cache, which Node would load from a folder that other users can write to", async () => {
    const preload = 'import module from "node:module"; module.enableCompileCache = () => console.log("asked");';
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}` };
    const { exitCode, stdout } = await floe(["check"], temporaryApp(shop).root, env);
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain("asked");
  });

  test("starts no plugin", async () => {
    const app = temporaryApp(
      { "floe.yaml": "name: x\nplugins: { compute: scripted }\ntransforms: [{ name: one, sql: nothing }]" },
      { "scripted-compute": scriptedCompute },
    );
    expect((await floe(["check", "--quiet"], app.root)).exitCode).toBe(0);
    expect(readdirSync(app.root)).not.toContain("journal.log");
  });

  test("prints twelve mistakes with twelve places, ends with 3, and leaves no trace", async () => {
    const app = temporaryApp(mistaken);
    const before = readdirSync(app.root).sort();
    const { exitCode, stdout, stderr } = await floe(["check"], app.root);
    expect([exitCode, stdout]).toEqual([3, ""]);
    const places = stderr.split("\n").flatMap((line) => /^(\S+:\d+:\d+): error: /.exec(line)?.[1] ?? []);
    expect(new Set(places).size).toBe(12);
    expect(stderr).toMatch(/\n12 problems$/);
    for (const near of ["name", "threads", "local", "view", "Europe/Berlin"]) expect(stderr).toContain(`Did you mean "${near}"?`);
    expect(readdirSync(app.root).sort()).toEqual(before);
  });

  test("gives the same problems as data, in one document of one shape", async () => {
    const app = temporaryApp(mistaken);
    const { exitCode, stdout } = await floe(["check", "--json"], app.root);
    expect(exitCode).toBe(3);
    const document = JSON.parse(stdout) as { problems: Record<string, unknown>[] };
    expect(document).toMatchObject({ version: "1.0", command: "check", ok: false, file: app.path("floe.yaml"), product: null });
    expect(document.problems).toHaveLength(12);
    for (const problem of document.problems) {
      expect(problem).toMatchObject({ line: expect.any(Number), column: expect.any(Number), expected: expect.any(String) });
    }
    const well = await floe(["check", "--json"], temporaryApp(shop).root);
    expect(JSON.parse(well.stdout)).toMatchObject({ ok: true, problems: [], product: { name: "shop", sources: ["raw_orders"] } });
  });

  test.each([
    ["in a workflow", ["check"], { GITHUB_ACTIONS: "true" }, "floe.yaml"],
    ["when asked to", ["check", "--github"], {}, "floe.yaml"],
  ] as const)("annotates problems for GitHub %s", async (_, args, env, file) => {
    const app = temporaryApp(mistaken);
    const { exitCode, stdout, stderr } = await floe(args, app.root, env);
    expect(exitCode).toBe(3);
    const lines = stdout.split("\n");
    expect(lines).toHaveLength(12);
    expect(lines[0]).toMatch(new RegExp(`^::error file=${file},line=1,col=1,title=floe check%3A key_unknown::.*%0A.*$`));
    expect(stderr).toContain("12 problems");
  });

  test("names files from the checkout in annotations", async () => {
    const app = temporaryApp({ "products/floe.yaml": "name: 1" });
    const env = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: app.root };
    const { stdout } = await floe(["check"], app.path("products"), env);
    expect(stdout).toMatch(/^::error file=products\/floe\.yaml,line=1,col=\d+,/);
    expect((await floe(["check", "--json"], app.path("products"), env)).stdout).toMatch(/^\{/);
  });

  test("lets nothing of a file command the terminal", async () => {
    const app = temporaryApp({ "floe.yaml": '"na\\u001B]0;title\\u0007me": x\nname: "\\u009B2J"\n' });
    const { exitCode, stderr } = await floe(["check"], app.root, { FORCE_COLOR: "1" });
    expect(exitCode).toBe(3);
    expect(stderr).toContain("\\u001B]0;title\\u0007");
    expect(stderr).not.toContain("\u001B]");
    expect(stderr).not.toContain("\u009B");
  });

  test("does without HOME, and with one that is not there", async () => {
    const app = temporaryApp(shop);
    for (const env of [{}, { HOME: "" }, { HOME: app.path("nowhere") }]) {
      expect((await floe(["check", "--quiet"], app.root, env)).exitCode).toBe(0);
    }
  });

  test("says nothing of a reader that goes away", async () => {
    const app = temporaryApp(mistaken);
    const script = '"$0" "$1" check --json | head -c1; echo " ${PIPESTATUS[0]}"';
    const { stdout, stderr } = await execa("bash", ["-c", script, process.execPath, bin], { cwd: app.root });
    expect(stdout).toBe("{ 3");
    expect(stderr).not.toContain("EPIPE");
  });
});
