import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { isAbsolute, join, relative } from "node:path";
import type { OrchestratorPlugin } from "floe-core";
import type { OrchestratorClause } from "./orchestrator-clause.ts";
import type { Clause } from "../../clause.ts";
import { ALIVE } from "../../base/lifecycle-clauses.ts";
import { ensure } from "../../contract-breach.ts";
import type { Trial } from "../../trial/trial.ts";
import { failureOf } from "../../shapes/failure-of.ts";
import { SAMPLE_TRANSFORMS, sampleProduct } from "./sample-product.ts";

/** How an orchestrator writes its engine's entry file. */
export const ENTRY_POINT_CLAUSES: readonly Clause<OrchestratorPlugin>[] = [
  clause(
    "orchestrator/entry-point",
    "writes its entry file below the folder that it is given, and answers with the file's absolute path",
    async (trial) => {
      const outputDir = join(trial.folder, "out", "deep");
      const file = await generate(trial, outputDir);
      ensure(isAbsolute(file), "The path of its entry file is not absolute");
      const below = relative(outputDir, file);
      ensure(below !== "" && !below.startsWith("..") && !isAbsolute(below), "Its entry file is not below the folder that it was given");
      ensure(existsSync(file) && statSync(file).isFile(), "Its entry file is not there");
    },
    [],
  ),
  clause("orchestrator/entry-point-is-repeatable", "writes the same bytes into the same file each time", async (trial) => {
    const first = await generate(trial, join(trial.folder, "out"));
    const bytes = readFileSync(first);
    const second = await generate(trial, join(trial.folder, "out"));
    ensure(first === second, "It writes into another file when it writes again");
    ensure(bytes.equals(readFileSync(second)), "It writes other bytes when it writes the same product again");
  }),
  clause("orchestrator/entry-point-is-atomic", "replaces its entry file as a whole: who reads the old one keeps the old one", async (trial) => {
    const outputDir = join(trial.folder, "out");
    const file = await generate(trial, outputDir);
    const old = await readFile(file, "utf8");
    const reader = await open(file);
    try {
      await generate(trial, outputDir, 1);
      ensure((await reader.readFile("utf8")) === old, "It writes into the file that others may be reading");
    } finally {
      await reader.close();
    }
  }),
  clause("orchestrator/entry-point-leaves-no-drafts", "leaves nothing else behind that grows from write to write", async (trial) => {
    const outputDir = join(trial.folder, "out");
    await generate(trial, outputDir);
    const before = readdirSync(outputDir, { recursive: true }).map(String);
    await generate(trial, outputDir);
    const more = readdirSync(outputDir, { recursive: true }).map(String).filter((path) => !before.includes(path));
    ensure(more.length === 0, () => `Each time it writes its entry file, it leaves another ${more.join(", ")}`);
  }),
  clause("orchestrator/entry-point-failure-is-told", "rejects where it cannot write, and leaves what is there alone", async (trial) => {
    const inTheWay = join(trial.folder, "file");
    writeFileSync(inTheWay, "in the way");
    const failure = await failureOf(() => generate(trial, inTheWay));
    ensure(failure !== undefined, "It is given a file in place of a folder, and does not reject");
    ensure(readFileSync(inTheWay, "utf8") === "in the way", "It overwrites a file that it was given in place of a folder");
  }),
  clause("orchestrator/entry-point-honours-its-signal", "writes nothing once its signal is aborted, and rejects", async (trial) => {
    const outputDir = join(trial.folder, "out");
    const plugin = await trial.start();
    const request = { artifacts: sampleProduct(trial.folder), outputDir };
    const ending = await trial.abort(async (signal) => {
      // Aborted before the call: whatever a plugin does first, it has to look.
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
      return plugin.generateEntryPointCode({ ...request, signal });
    });
    ensure(ending.kind === "threw", "generateEntryPointCode does not reject soon although its signal is aborted");
    const files = existsSync(outputDir) ? readdirSync(outputDir) : [];
    ensure(files.length === 0, () => `It wrote ${files.join(", ")} although its signal was aborted`);
  }),
];

function clause(
  id: OrchestratorClause,
  title: string,
  check: (trial: Trial<OrchestratorPlugin>) => Promise<void>,
  after: readonly OrchestratorClause[] = ["orchestrator/entry-point"],
): Clause<OrchestratorPlugin> {
  return { id, title, after: [...ALIVE, ...after], check };
}

/** @param fewer leaves out so many transforms, which makes another product. */
async function generate(trial: Trial<OrchestratorPlugin>, outputDir: string, fewer = 0): Promise<string> {
  const plugin = await trial.start();
  const artifacts = sampleProduct(trial.folder, SAMPLE_TRANSFORMS.slice(0, SAMPLE_TRANSFORMS.length - fewer));
  return trial.call("generateEntryPointCode", (signal) => plugin.generateEntryPointCode({ artifacts, outputDir, signal }));
}
