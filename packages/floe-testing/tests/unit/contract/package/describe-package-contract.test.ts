import { describe, expect, test } from "vitest";
import { describePackageContract } from "../../../../src/contract/package/describe-package-contract.ts";
import type { PackageContractReport } from "../../../../src/contract/package/package-contract-report.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";

const report: PackageContractReport = {
  ok: false,
  package: { name: "temp-app", version: "1.0.0" },
  durationMs: 1,
  clauses: [{ clause: "package/packs", title: "", result: "kept", reason: "", durationMs: 0 }],
  plugins: [
    {
      ok: false,
      plugin: "floe.dbt:mine",
      durationMs: 1,
      clauses: [
        { clause: "identity/name", title: "", result: "broken", reason: "seen", durationMs: 0 },
        { clause: "startup/ends", title: "", result: "skipped", reason: "declared", durationMs: 0 },
      ],
    },
  ],
};

/** The tests that are described, each with what it comes to. */
function described(floe: object): { groups: string[]; run: (name: string) => Promise<string>; runs: () => number } {
  using project = createTempProject({ floe });
  const [groups, tests] = [[] as string[], new Map<string, (context: unknown) => Promise<void>>()];
  let runs = 0;
  const test = {
    describe: (name: string, body: () => void) => (groups.push(name), body()),
    it: (name: string, body: (context: unknown) => Promise<void>) => tests.set(name.split(":")[0] ?? "", body),
  };
  describePackageContract({ test, package: project.path, run: async () => ((runs += 1), report) });
  const run = async (name: string): Promise<string> => {
    let outcome = "passed";
    const skip = (reason: string): void => void (outcome = `skipped: ${reason}`);
    await tests.get(name)?.({ skip }).catch((error: unknown) => (outcome = String(error)));
    return tests.has(name) ? outcome : "there is no such test";
  };
  return { groups, run, runs: () => runs };
}

describe("describePackageContract", () => {
  test("describePackageContract has a test for each clause of the package and of each plugin, and tries all of it once", async () => {
    const { groups, run, runs } = described({ apiVersion: "1.0", dbt: { mine: "./x.js" } });
    expect(groups).toEqual(["temp-app package", "floe.dbt:mine in temp-app"]);
    expect(runs()).toBe(0);
    expect(await run("package/packs")).toBe("passed");
    expect(await run("identity/name")).toBe("ContractBreach: seen");
    expect(await run("startup/ends")).toBe("skipped: skipped: declared");
    expect(await run("package/is-discovered")).toMatch(/^skipped: untried: the package is not installed/);
    expect(await run("package/ends-by-itself")).toMatch(/^skipped: /);
    expect(runs()).toBe(1);
  });

  test("describePackageContract refuses a folder that is no plugin package", () => {
    expect(() => described({})).toThrow("names none");
  });
});
