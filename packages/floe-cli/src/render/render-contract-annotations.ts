import type { PackageContractReport } from "floe-testing";
import { clausesOf } from "../contract/clauses-of.ts";
import { githubAnnotation } from "./github-annotation.ts";

/** Every broken clause as GitHub's workflow command, one a line, on the package.json `file`. */
export function renderContractAnnotations(report: PackageContractReport, file: string, root: string): string {
  return clausesOf(report)
    .filter(({ outcome }) => outcome.result === "broken")
    .map(({ of, outcome: { clause, title, reason } }) => {
      return githubAnnotation({ file, title: `floe contract: ${clause}` }, `${of}: the plugin ${title}\n${reason}`, root);
    })
    .join("\n");
}
