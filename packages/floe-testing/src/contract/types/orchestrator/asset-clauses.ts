import { readdirSync } from "node:fs";
import { isAbsolute, normalize } from "node:path";
import type { OrchestratorPlugin, TransformConfig } from "floe-core";
import type { OrchestratorClause } from "./orchestrator-clause.ts";
import type { Clause } from "../../clause.ts";
import { ALIVE, SETTLED } from "../../base/lifecycle-clauses.ts";
import { ensure } from "../../contract-breach.ts";
import { failureOf } from "../../shapes/failure-of.ts";
import { ensureJson } from "../../shapes/ensure-json.ts";
import { SAMPLE_TRANSFORMS, sampleProduct, sampleTransform } from "./sample-product.ts";
import { copied } from "../../realm/copied.ts";
import { isSameData } from "../../realm/same-data.ts";

const SHUFFLED: readonly TransformConfig[] = Object.freeze([...SAMPLE_TRANSFORMS].reverse());

const ORDERED: OrchestratorClause = "orchestrator/orders-assets";

/** What an orchestrator makes of transforms without running them. */
export const ASSET_CLAUSES: readonly Clause<OrchestratorPlugin>[] = [
  {
    id: ORDERED,
    title: "makes one asset of each transform, after those that it needs",
    after: SETTLED,
    async check(trial) {
      const names = (await trial.configure()).createAssetsFromTransforms(SHUFFLED).map(({ name }) => name);
      const expected = SHUFFLED.map(({ name }) => name);
      ensure([...names].sort().join() === [...expected].sort().join(), `Of ${expected.join(", ")} it makes the assets ${names.join(", ")}`);
      for (const { name, dependsOn } of SHUFFLED) {
        const late = dependsOn.find((needed) => names.indexOf(needed) > names.indexOf(name));
        ensure(late === undefined, `It lists ${name} before ${late ?? ""}, which it needs`);
      }
    },
  },
  {
    id: "orchestrator/sorts-dependencies",
    title: "says what each asset needs, sorted by name",
    after: [...SETTLED, ORDERED],
    async check(trial) {
      const transforms = [sampleTransform("b"), sampleTransform("a"), sampleTransform("last", "b", "a")];
      const assets = (await trial.configure()).createAssetsFromTransforms(transforms);
      const needed = assets.find(({ name }) => name === "last")?.dependsOn.join();
      ensure(needed === "a,b", `Of a transform that needs b and a, it says that it needs ${needed ?? "nothing"}`);
    },
  },
  {
    id: "orchestrator/makes-assets-purely",
    title: "makes the same assets each time, and leaves the transforms alone",
    after: [...SETTLED, ORDERED],
    async check(trial) {
      const plugin = await trial.configure();
      const first = copied(plugin.createAssetsFromTransforms(SHUFFLED));
      ensure(isSameData(first, plugin.createAssetsFromTransforms(SHUFFLED)), "It makes other assets when it is asked again");
    },
  },
  refuses("orchestrator/refuses-duplicates", "transforms that share a name", [sampleTransform("a"), sampleTransform("a")]),
  refuses("orchestrator/refuses-cycles", "transforms that need each other", [sampleTransform("a", "b"), sampleTransform("b", "a")]),
  refuses("orchestrator/refuses-unknown-dependencies", "a transform that needs one there is not", [sampleTransform("a", "missing")]),
  {
    id: "orchestrator/definitions",
    title: "makes definitions of a product that are plain JSON: assets, jobs of these assets, schedules, files",
    after: [...ALIVE, ORDERED],
    async check(trial) {
      const plugin = await trial.start();
      const product = { ...sampleProduct(trial.folder), schedule: { cron: "0 6 * * *", timezone: "UTC" } };
      const definitions: unknown = await trial.call("createDefinitions", (signal) => plugin.createDefinitions(product, { signal }));
      ensureJson(definitions, "createDefinitions");
      const { assets, jobs, schedules, files } = await plugin.createDefinitions(product);
      const expected = plugin.createAssetsFromTransforms(product.transforms);
      ensure(isSameData(assets, expected), "Its definitions have other assets than createAssetsFromTransforms makes");
      const known = new Set(assets.map(({ name }) => name));
      const stray = jobs.flatMap((job) => job.assets.filter((name) => !known.has(name)));
      ensure(jobs.length > 0 && stray.length === 0, "Its definitions have no job, or one with assets that there are not");
      const isScheduled = schedules.some(({ job, cron, timezone }) => jobs.some(({ name }) => name === job) && cron !== "" && timezone !== "");
      ensure(isScheduled, "Its definitions leave out the product's schedule");
      for (const [path, text] of Object.entries(files)) {
        ensure(!isAbsolute(path) && !normalize(path).startsWith(".."), `The path ${path} of its files leads out of the folder`);
        ensure(typeof text === "string", `The file ${path} of its definitions is no text`);
      }
    },
  },
  {
    id: "orchestrator/definitions-write-nothing",
    title: "writes nothing when it makes definitions",
    after: SETTLED,
    async check(trial) {
      const plugin = await trial.configure();
      const product = sampleProduct(trial.folder);
      await trial.call("createDefinitions", (signal) => plugin.createDefinitions(product, { signal }));
      const files = readdirSync(trial.folder);
      ensure(files.length === 0, () => `createDefinitions wrote ${files.join(", ")}`);
    },
  },
];

function refuses(id: OrchestratorClause, what: string, transforms: readonly TransformConfig[]): Clause<OrchestratorPlugin> {
  return {
    id,
    title: `refuses ${what}`,
    after: [...SETTLED, ORDERED],
    async check(trial) {
      const plugin = await trial.configure();
      const failure = await failureOf(() => plugin.createAssetsFromTransforms(transforms));
      ensure(failure !== undefined, `It makes assets of ${what}`);
    },
  };
}
