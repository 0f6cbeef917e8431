import type { ClauseOutcome, ContractReport } from "../contract-report.ts";

/** What the package suite found: plain JSON. */
export interface PackageContractReport {
  /** No clause is broken, and no plugin of the package was left out. */
  readonly ok: boolean;
  readonly package: { readonly name: string; readonly version: string };
  readonly durationMs: number;
  /** What the package promises as a whole, in the order in which it was tried. */
  readonly clauses: readonly ClauseOutcome[];
  /** Every plugin that discovery accepted, by key. */
  readonly plugins: readonly ContractReport[];
}
