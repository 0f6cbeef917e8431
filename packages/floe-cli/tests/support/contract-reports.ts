import type { ClauseOutcome, PackageContractReport } from "floe-testing";

function outcome(clause: ClauseOutcome["clause"], result: ClauseOutcome["result"], reason = "", durationMs = 10): ClauseOutcome {
  return { clause, title: `keeps ${clause}`, result, reason, durationMs };
}

/** A package that keeps everything. */
export const keptContract: PackageContractReport = {
  ok: true,
  package: { name: "my-plugin", version: "1.2.3" },
  durationMs: 1500,
  clauses: [outcome("package/packs", "kept", "", 500)],
  plugins: [{ ok: true, plugin: "floe.dbt:mine", durationMs: 900, clauses: [outcome("startup/ends", "kept")] }],
};

/** A package that breaks a clause, skips one and leaves others untried. */
export const brokenContract: PackageContractReport = {
  ...keptContract,
  ok: false,
  plugins: [
    {
      ok: false,
      plugin: "floe.dbt:mine",
      durationMs: 4000,
      clauses: [
        outcome("identity/name", "kept"),
        outcome("configuration/refuses-unknown-keys", "skipped", "its engine has settings of its own"),
        outcome("startup/ends", "broken", "startup did not end: \u001B[2J <&>", 3000),
        outcome("shutdown/ends", "untried", "see startup/ends", 0),
        outcome("health/ends", "untried", "see startup/ends", 0),
      ],
    },
  ],
};
