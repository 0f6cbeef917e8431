import { readFileSync } from "node:fs";
import path from "node:path";
import { XMLValidator } from "fast-xml-parser";
import { brokenPackages, createTempProject, pluginPackage, soundPlugins, type PackageContractReport, type TempPackage, type TempProject } from "floe-testing";
import { describe, expect, onTestFinished, test } from "vitest";
import { documentProblems } from "../support/document-schemas.ts";
import { floe } from "../support/floe-process.ts";

const workspace = path.resolve(import.meta.dirname, "../../../..");
const withoutTesting = path.resolve(import.meta.dirname, "../support/without-testing.mjs");

/** A project with a package `tested`. */
function project(tested: TempPackage, others: Readonly<Record<string, TempPackage>> = {}): TempProject {
  const made = createTempProject({ packages: { tested, ...others } });
  onTestFinished(() => made.remove());
  return made;
}

const plain = (): TempProject => project(soundPlugins[0]!.package);

/** The clauses that a document says are broken. */
function brokenIn(stdout: string): readonly string[] {
  const { report } = JSON.parse(stdout) as { readonly report: PackageContractReport };
  const all = [...report.clauses, ...report.plugins.flatMap(({ clauses }) => clauses)];
  return all.filter(({ result }) => result === "broken").map(({ clause }) => clause);
}

describe("floe contract", () => {
  test.each(["dagster-orchestrator", "duckdb-compute", "env-secrets", "local-orchestrator"])("floe contract passes plugins/%s, and says so in words", async (name) => {
    const { exitCode, stdout } = await floe(["contract", `plugins/${name}`], workspace);
    expect(stdout).toMatch(/^Contract kept: \d+ clauses/m);
    expect(stdout).not.toContain("untried:");
    expect(exitCode).toBe(0);
  });

  test.each(brokenPackages.map((one) => [one.title, one] as const))(
    "floe contract ends with 1 for a package %s, names its clause once, and is done within 25 seconds",
    async (_, one) => {
      const made = project(one.package, one.others);
      const began = performance.now();
      const { exitCode, stdout } = await floe(["contract", "--json"], made.packagePath("tested"));
      expect(performance.now() - began).toBeLessThan(25_000);
      expect([exitCode, brokenIn(stdout)]).toEqual([1, [one.violates]]);
      expect(documentProblems("contract", JSON.parse(stdout))).toEqual([]);
    },
  );

  test("floe contract shows what is broken with its promise and what was seen, what is skipped, and what is untried", async () => {
    const made = project(
      pluginPackage({
        type: "floe.dbt",
        name: "mine",
        members: 'startup() {\n    throw new Error("no engine");\n  }',
        package: { manifest: { floeContract: { dbt: { mine: { skip: { "identity/description": "nobody reads it" } } } } } },
      }),
    );
    const { exitCode, stdout } = await floe(["contract", "node_modules/tested"], made.path);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("broken: startup/does-not-throw in floe.dbt:mine\n  The plugin ends startup without an error.\n  startup threw: no engine");
    expect(stdout).toContain("skipped: identity/description in floe.dbt:mine: nobody reads it");
    expect(stdout).toMatch(/untried: \d+ clauses in floe\.dbt:mine: see startup\/does-not-throw/);
  });

  test("floe contract writes well-formed JUnit XML", async () => {
    const made = plain();
    const { exitCode } = await floe(["contract", "node_modules/tested", "--junit", "floe.xml"], made.path);
    const text = readFileSync(path.join(made.path, "floe.xml"), "utf8");
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what takes its place is a package of its own that checks the same
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).toContain('<testcase name="startup/ends" classname="floe.computes:plain"');
    expect(exitCode).toBe(0);
  });

  test("floe contract ends with 2 where there is no floe-testing, and says how to come by it", async () => {
    const made = plain();
    const { exitCode, stderr } = await floe(["contract", "node_modules/tested"], made.path, { NODE_OPTIONS: `--import=${withoutTesting}` });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("npm install --save-dev floe-testing")]);
  });

  test.each([
    ["a package without a floe block", { manifest: {} }, "no plugin package"],
    ["a package.json that is none", { files: { "package.json": "{" } }, "cannot be read"],
    ["a dependency that is not installed", { ...soundPlugins[0]!.package, dependencies: ["not-there"] }, "depends on not-there"],
  ])("floe contract ends with 2 for %s", async (_, tested, text) => {
    const { exitCode, stderr } = await floe(["contract", "node_modules/tested"], project(tested).path);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(text)]);
  });

  test("floe contract ends with 2 for a folder that is not there", async () => {
    const { exitCode, stdout } = await floe(["contract", "nowhere", "--json"], plain().path);
    expect(exitCode).toBe(2);
    const document: unknown = JSON.parse(stdout);
    expect(documentProblems("contract", document)).toEqual([]);
    expect(document).toMatchObject({ ok: false, error: { code: "FLOE_CONTRACT_SETUP" } });
  });

  test("floe contract stops at Ctrl-C, whatever the plugin does, and ends with 130", async () => {
    const tested = pluginPackage({ type: "floe.dbt", name: "mine", before: "for (;;);" });
    const child = floe(["contract", "node_modules/tested", "--verbose"], project(tested).path);
    child.stderr.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("package/is-discovered")) child.kill("SIGINT");
    });
    const { exitCode, stderr } = await child;
    expect(exitCode).toBe(130);
    expect(stderr).toContain("SIGINT: stopping");
  });
});
