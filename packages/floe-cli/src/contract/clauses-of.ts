import type { ClauseOutcome, PackageContractReport } from "floe-testing";

/** A clause that was tried, and of what: the name of the package, or the key of a plugin in it. */
export interface OwnedOutcome {
  readonly of: string;
  readonly outcome: ClauseOutcome;
}

/** Every clause of a report, first those of the package as a whole. */
export function clausesOf({ package: { name }, clauses, plugins }: PackageContractReport): readonly OwnedOutcome[] {
  return [{ plugin: name, clauses }, ...plugins].flatMap((owner) =>
    owner.clauses.map((outcome) => ({ of: owner.plugin, outcome })),
  );
}
