import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { root } from "../shared/workspace.mjs";

/**
 * Writes the report of every entry into a scratch folder and reads it back. The declarations are resolved as a user's
 * compiler would: through `exports`, without the workspace's own condition.
 *
 * @param {readonly import("./entries.mjs").ApiEntry[]} entries
 * @returns {{ entry: import("./entries.mjs").ApiEntry, report: string, problems: string[] }[]}
 */
export function extractReports(entries) {
  const configs = entries.map((entry) => ({ entry, config: extractorConfig(entry) }));
  const first = configs[0]?.config;
  if (first === undefined) return [];
  const compilerState = CompilerState.create(first, { additionalEntryPoints: entries.map((entry) => entry.declarations) });
  return configs.map(({ entry, config }) => {
    /** @type {string[]} */
    const problems = [];
    Extractor.invoke(config, {
      localBuild: true,
      compilerState,
      messageCallback(message) {
        if (message.logLevel === ExtractorLogLevel.Error) {
          const file = path.relative(root, message.sourceFilePath ?? config.mainEntryPointFilePath);
          problems.push(`${file}: ${message.text}`);
        }
        message.handled = true;
      },
    });
    return { entry, report: readFileSync(config.reportFilePath, "utf8"), problems };
  });
}

/** @param {import("./entries.mjs").ApiEntry} entry */
function extractorConfig({ pkg, declarations, report }) {
  const scratch = path.join(root, ".tmp/api", pkg.folder, path.dirname(report));
  mkdirSync(scratch, { recursive: true });
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: path.join(pkg.dir, "package.json"),
    configObject: {
      projectFolder: pkg.dir,
      mainEntryPointFilePath: declarations,
      newlineKind: "lf",
      apiReport: {
        enabled: true,
        reportFileName: path.basename(report),
        reportFolder: scratch,
        reportTempFolder: path.join(scratch, "temp"),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: "es2023",
            lib: ["es2023", "esnext.disposable"],
            module: "nodenext",
            moduleResolution: "nodenext",
            strict: true,
            skipLibCheck: true,
            types: ["node"],
          },
          files: [declarations],
        },
      },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: {
          // A type that a public signature names and nobody can import is an error: export it.
          default: { logLevel: ExtractorLogLevel.Error },
          // Everything exported is public; there are no release tags, and docs are judged in review.
          "ae-missing-release-tag": { logLevel: ExtractorLogLevel.None },
          "ae-undocumented": { logLevel: ExtractorLogLevel.None },
        },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
}
