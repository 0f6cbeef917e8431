import { createEntryPoint } from "../create-entry-point.ts";
import type { SkippedEntry } from "../discovery-report.ts";
import type { FoundEntry } from "../discovery-source.ts";
import { parseFloeBlock, type BlockContext } from "../manifest/parse-floe-block.ts";
import { entryAction, toVerdict } from "../problem.ts";
import { findEntryFile } from "./find-entry-file.ts";
import type { FoundPackage } from "./found-package.ts";
import type { PackageLayout } from "./package-layout.ts";

/** The verdicts on one package's `floe` block. */
export interface PackageFindings {
  readonly entries: readonly FoundEntry[];
  readonly skipped: readonly SkippedEntry[];
  readonly prefer: Readonly<Record<string, string>>;
}

/** Reads the package's block and looks for the file of each entry that is well formed. */
export function reportPackage(found: FoundPackage, context: BlockContext, layout: PackageLayout): PackageFindings {
  const { entries: parsed, rejections, prefer } = parseFloeBlock(found.manifest, context);
  const place = { package: found.label, file: found.file };
  const entries: FoundEntry[] = [];
  const skipped = rejections.map((rejection) => toVerdict(rejection, place));
  for (const { type, name, path, definition, package: identity } of parsed) {
    const { target, details } = definition;
    const file = findEntryFile(found.folder, target.file, layout);
    if (file.problem === undefined) {
      const { apiVersion, description, dependencies } = details;
      const entryPoint = createEntryPoint({
        type,
        name,
        file: file.value,
        export: target.export,
        apiVersion,
        description,
        dependencies,
        package: { name: identity.name, version: identity.version, path: found.folder },
      });
      entries.push(Object.freeze({ entryPoint }));
    } else {
      skipped.push(toVerdict({ path, action: entryAction(type, name), problem: file.problem }, place));
    }
  }
  return { entries, skipped, prefer };
}
