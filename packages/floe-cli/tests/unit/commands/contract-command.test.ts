import { readFileSync } from "node:fs";
import path from "node:path";
import type { PackageContractReport } from "floe-testing";
import { describe, expect, test } from "vitest";
import { contractCommand } from "../../../src/commands/contract-command.ts";
import type { Testing } from "../../../src/contract/load-testing.ts";
import { contextOf } from "../../support/context.ts";
import { brokenContract, keptContract } from "../../support/contract-reports.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** A floe-testing that finds this. */
function finding(report: PackageContractReport, seen: unknown[] = []): () => Promise<Testing> {
  return async () => ({
    runPackageContract: async (folder, options) => {
      const { signal, onOutcome } = options ?? {};
      seen.push(folder, signal);
      for (const outcome of report.clauses) onOutcome?.(outcome, undefined);
      return report;
    },
  });
}

const args = { dir: "plugin", junit: undefined, github: false };

describe("contractCommand", () => {
  test("contractCommand prints what was found, and ends with 1 for what is broken", async () => {
    const kept = contextOf();
    const seen: unknown[] = [];
    expect(await contractCommand(args, kept, finding(keptContract, seen))).toBe(0);
    expect(seen).toEqual([path.join(kept.options.cwd, "plugin"), kept.signal]);
    expect(kept.host.out()).toContain("Contract kept");
    const broken = contextOf();
    expect(await contractCommand(args, broken, finding(brokenContract))).toBe(1);
    expect(broken.host.out()).toMatch(/broken: startup\/ends[^]*skipped: [^]*untried: [^]*Contract broken/);
    expect(broken.host.out()).not.toContain("::error");
  });

  test("contractCommand keeps to the result with --quiet, and tells of every clause with --verbose", async () => {
    const quiet = contextOf({ quiet: true });
    await contractCommand(args, quiet, finding(brokenContract));
    expect(quiet.host.out()).toMatch(/broken: [^]*Contract broken/);
    expect(quiet.host.out()).not.toContain("skipped: ");
    const verbose = contextOf({ verbose: true });
    await contractCommand(args, verbose, finding(keptContract));
    expect(verbose.host.err()).toContain("package package/packs: kept");
  });

  test("contractCommand prints a document with --json", async () => {
    const context = contextOf({ json: true });
    expect(await contractCommand(args, context, finding(brokenContract))).toBe(1);
    expect(JSON.parse(context.host.out())).toMatchObject({ command: "contract", ok: false, report: { package: { name: "my-plugin" } } });
  });

  test("contractCommand annotates what is broken with --github", async () => {
    const context = contextOf();
    await contractCommand({ ...args, github: true }, context, finding(brokenContract));
    expect(context.host.out()).toContain("::error file=plugin/package.json,title=floe contract%3A startup/ends::");
  });

  test("contractCommand writes JUnit XML, and knows before it begins that it cannot", async () => {
    const cwd = temporaryFolder();
    await contractCommand({ ...args, junit: "floe.xml" }, contextOf({ cwd }), finding(brokenContract));
    expect(readFileSync(path.join(cwd, "floe.xml"), "utf8")).toContain('<testsuites name="floe contract my-plugin"');
    const seen: unknown[] = [];
    const hopeless = contractCommand({ ...args, junit: "no/folder/floe.xml" }, contextOf({ cwd }), finding(keptContract, seen));
    await expect(hopeless).rejects.toMatchObject({ code: "FLOE_OUTPUT_UNWRITABLE" });
    expect(seen).toEqual([]);
  });
});
