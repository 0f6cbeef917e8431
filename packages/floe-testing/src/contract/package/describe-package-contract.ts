import { pluginKey, PluginType, type PluginKey } from "floe-core";
import { ContractBreach } from "../contract-breach.ts";
import type { ClauseOutcome } from "../contract-report.ts";
import type { ContractTest } from "../contract-test.ts";
import { skipTest } from "../skip-test.ts";
import { asJson, readAuthorPackage } from "./author-package.ts";
import { PACKAGE_CLAUSES } from "./package-clauses.ts";
import type { PackageContractReport } from "./package-contract-report.ts";
import { pluginClauses } from "./plugin-clauses.ts";
import type { ExpectedClause } from "./process-outcomes.ts";
import { processClauses } from "./process-outcomes.ts";
import type { PackageContractOptions } from "./package-contract-options.ts";
import { runPackageContract } from "./run-package-contract.ts";

/** What `describePackageContract` is given: a runner, the package's folder, and what `runPackageContract` takes. */
export interface DescribePackageContractOptions extends Omit<PackageContractOptions, "onOutcome"> {
  readonly test: Pick<ContractTest, "describe" | "it">;
  /** The package's folder, as a path or a file URL. */
  readonly package: string | URL;
  /** Tries the package. Default: `runPackageContract`. */
  readonly run?: (folder: string | URL, options: PackageContractOptions) => Promise<PackageContractReport>;
}

/**
 * Describes what `runPackageContract` tries to a test runner: one test per clause of the package and of each plugin in
 * its `floe` block. All of it is tried once, when the first test runs: give the runner's tests 25 seconds.
 *
 * @throws ContractSetupError if the folder is no plugin package.
 * @example
 * ```ts no-run
 * import { describe, it } from "node:test";
 * import { describePackageContract } from "floe-testing";
 *
 * describePackageContract({ test: { describe, it }, package: new URL("..", import.meta.url) });
 * ```
 */
export function describePackageContract(options: DescribePackageContractOptions): void {
  const { test, package: folder, run = runPackageContract, ...others } = options;
  const { name, manifest } = readAuthorPackage(folder);
  let running: Promise<PackageContractReport> | undefined;
  const report = (): Promise<PackageContractReport> => (running ??= run(folder, others));
  const describe = (title: string, clauses: readonly ExpectedClause[], find: (all: PackageContractReport) => readonly ClauseOutcome[]): void =>
    void test.describe(title, () => {
      for (const clause of clauses) {
        test.it(`${clause.id}: ${clause.title}`, async (...given) => {
          const outcome = find(await report()).find((one) => one.clause === clause.id);
          const { result, reason } = outcome ?? { result: "untried", reason: "the package is not installed: see its own clauses" };
          if (result === "broken") throw new ContractBreach(reason);
          if (result !== "kept") skipTest(given[0], `${result}: ${reason}`);
        }, PATIENCE_MS);
      }
    });
  describe(`${name} package`, PACKAGE_CLAUSES, ({ clauses }) => clauses);
  for (const [key, type] of pluginsOf(manifest["floe"])) {
    const clauses = [...pluginClauses(type), ...processClauses()];
    describe(`${key} in ${name}`, clauses, ({ plugins }) => plugins.find(({ plugin }) => plugin === key)?.clauses ?? []);
  }
}

/** Longer than a run of the suite, whose own limit says more than a runner's. */
const PATIENCE_MS = 60_000;

/** The plugins that a `floe` block names, as far as they can be ones. */
function pluginsOf(block: unknown): readonly (readonly [PluginKey, PluginType])[] {
  return Object.values(PluginType).flatMap((type) => {
    const names = Object.keys(asJson(asJson(block)[type.slice("floe.".length)]));
    return names.map((name) => [pluginKey(type, name), type] as const);
  });
}
