import { join, relative, isAbsolute } from "node:path";
import type { SemanticLayerPlugin } from "floe-core";
import { STARTED } from "../../base/startup-clauses.ts";
import type { Clause } from "../../clause.ts";
import type { ContractClause } from "../../contract-clause.ts";
import { ContractBreach, ensure } from "../../contract-breach.ts";
import { ensureSorted } from "../../shapes/ensure-sorted.ts";
import { filesBelow, syncManifest, writeManifest } from "./sync-manifest.ts";
import { isSameData } from "../../realm/same-data.ts";

const BELOW: readonly ContractClause[] = [...STARTED, "semantic-layer/stays-below-its-folder"];

/** What a semantic layer makes of a dbt manifest. */
export const SYNC_CLAUSES: readonly Clause<SemanticLayerPlugin>[] = [
  {
    id: "semantic-layer/stays-below-its-folder",
    title: "writes its models below the folder that it is given, and resolves with absolute paths",
    after: STARTED,
    async check(trial) {
      const { paths, outputDir } = await syncManifest(trial);
      const beside = paths.filter((path) => !isBelow(path, outputDir));
      ensure(beside.length === 0, () => `syncFromDbtManifest answers with ${beside.join(", ")}, which is not below its folder`);
    },
  },
  {
    id: "semantic-layer/writes-what-it-says",
    title: "resolves with the paths of all the files that it wrote, and of no others",
    after: BELOW,
    async check(trial) {
      const { paths, written } = await syncManifest(trial);
      const [said, found] = [[...new Set(paths)].sort(), written];
      ensure(isSameData(said, found), () => `syncFromDbtManifest answers with ${named(said)}, and wrote ${named(found)}`);
    },
  },
  {
    id: "semantic-layer/sorts-its-paths",
    title: "resolves with its paths sorted, each once",
    after: BELOW,
    check: async (trial) => ensureSorted((await syncManifest(trial)).paths, "syncFromDbtManifest"),
  },
  {
    id: "semantic-layer/refuses-a-missing-manifest",
    title: "rejects a manifest that there is not, and writes nothing",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.start();
      const { outputDir } = writeManifest(trial);
      const absent = join(trial.folder, "absent.json");
      let isRefused = false;
      try {
        await trial.call("syncFromDbtManifest", (signal) => plugin.syncFromDbtManifest(absent, outputDir, { signal }));
      } catch (error) {
        if (error instanceof ContractBreach) throw error;
        isRefused = true;
      }
      ensure(isRefused, "syncFromDbtManifest does not reject a manifest that there is not");
      ensure(filesBelow(outputDir).length === 0, "syncFromDbtManifest writes files from a manifest that there is not");
    },
  },
];

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return isAbsolute(path) && way !== "" && !way.startsWith("..") && !isAbsolute(way);
}

function named(paths: readonly string[]): string {
  return paths.length === 0 ? "nothing" : paths.join(", ");
}
