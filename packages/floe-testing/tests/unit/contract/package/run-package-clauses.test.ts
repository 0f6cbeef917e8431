import { describe, expect, test } from "vitest";
import { ContractBreach, NotTried } from "../../../../src/contract/contract-breach.ts";
import type { ClauseOutcome } from "../../../../src/contract/contract-report.ts";
import { ContractSetupError } from "../../../../src/contract/contract-setup-error.ts";
import type { PackageClause } from "../../../../src/contract/package/package-clause.ts";
import { runPackageClauses, type PackageRunOptions } from "../../../../src/contract/package/run-package-clauses.ts";
import type { WholePackageClause } from "../../../../src/contract/package/whole-package-clause.ts";

const tested = {
  author: { folder: "", name: "a", version: "1.0.0", manifest: {} },
  installed: () => Promise.reject(new Error("nothing is installed")),
};

function clause(id: PackageClause, check: () => void, after: readonly PackageClause[] = []): WholePackageClause {
  return { id, title: "t", after, check: async () => check() };
}

async function run(clauses: readonly WholePackageClause[], options: Partial<PackageRunOptions> = {}): Promise<readonly (readonly string[])[]> {
  const all = { skip: {}, signal: new AbortController().signal, onOutcome: () => {}, ...options };
  return (await runPackageClauses(clauses, tested, all)).map(({ clause: id, result, reason }) => [id, result, reason]);
}

const breaks = (): never => {
  throw new ContractBreach("seen");
};

describe("runPackageClauses", () => {
  test("runPackageClauses says how each clause ended, and tells of it at once", async () => {
    const told: ClauseOutcome[] = [];
    const outcomes = await run(
      [
        clause("package/packs", () => {}),
        clause("package/exports-agree", breaks),
        clause("package/is-discovered", () => {
          throw new NotTried("why");
        }),
        clause("package/has-its-files", () => {
          throw new Error("odd");
        }),
      ],
      { onOutcome: (outcome) => told.push(outcome) },
    );
    expect(outcomes).toEqual([
      ["package/packs", "kept", ""],
      ["package/exports-agree", "broken", "seen"],
      ["package/is-discovered", "untried", "why"],
      ["package/has-its-files", "broken", "It ended with an error: odd"],
    ]);
    expect(told).toHaveLength(4);
  });

  test("runPackageClauses tries nothing behind what is broken, and nothing that is skipped", async () => {
    const never = (): never => {
      throw new Error("tried");
    };
    const clauses = [
      clause("package/packs", breaks),
      clause("package/has-its-files", never, ["package/packs"]),
      clause("package/is-discovered", never, ["package/has-its-files"]),
      clause("package/exports-agree", never),
    ];
    expect(await run(clauses, { skip: { "package/exports-agree": "declared" } })).toEqual([
      ["package/packs", "broken", "seen"],
      ["package/has-its-files", "untried", "see package/packs"],
      ["package/is-discovered", "untried", "see package/has-its-files"],
      ["package/exports-agree", "skipped", "declared"],
    ]);
  });

  test("runPackageClauses rejects for what is no matter of the package, and at its signal", async () => {
    const error = new ContractSetupError("no", "yes");
    await expect(run([clause("package/packs", () => { throw error; })])).rejects.toBe(error);
    await expect(run([clause("package/packs", () => {})], { signal: AbortSignal.abort(error) })).rejects.toBe(error);
  });
});
