import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PluginType, type AssetDefinition, type CompiledArtifacts, type OrchestratorDefinitions, type TransformConfig } from "floe-core";
import { FakeOrchestrator } from "../../../fakes/fake-orchestrator.ts";
import type { BrokenPlugin } from "../../broken-plugin.ts";
import { brokenOfType } from "../shared/broken-of-type.ts";

const broken = brokenOfType(PluginType.ORCHESTRATOR);

type Transforms = readonly TransformConfig[];

/** A class that makes other assets than it should. */
function withAssets(
  make: (transforms: Transforms, sound: (transforms: Transforms) => readonly AssetDefinition[]) => readonly AssetDefinition[],
): new () => FakeOrchestrator {
  return class extends FakeOrchestrator {
    override createAssetsFromTransforms(transforms: Transforms): readonly AssetDefinition[] {
      return make(transforms, (others) => super.createAssetsFromTransforms(others));
    }
  };
}

/** A class that makes other definitions than it should. */
function withDefinitions(
  change: (definitions: OrchestratorDefinitions, artifacts: CompiledArtifacts) => OrchestratorDefinitions,
): new () => FakeOrchestrator {
  return class extends FakeOrchestrator {
    override async createDefinitions(artifacts: CompiledArtifacts): Promise<OrchestratorDefinitions> {
      return change(await super.createDefinitions(artifacts), artifacts);
    }
  };
}

/** Orchestrators that make something else of transforms than assets in order. */
export const BROKEN_ASSETS: readonly BrokenPlugin[] = Object.freeze([
  broken(
    { id: "assets-in-reverse", title: "that lists assets before those that they need", violates: "orchestrator/orders-assets" },
    withAssets((transforms, sound) => [...sound(transforms)].reverse()),
  ),
  broken(
    { id: "assets-get-lost", title: "that leaves out the asset of the last transform", violates: "orchestrator/orders-assets" },
    withAssets((transforms, sound) => sound(transforms).slice(0, -1)),
  ),
  broken(
    { id: "dependencies-unsorted", title: "that lists what an asset needs from z to a", violates: "orchestrator/sorts-dependencies" },
    withAssets((transforms, sound) => sound(transforms).map((asset) => ({ ...asset, dependsOn: [...asset.dependsOn].reverse() }))),
  ),
  broken(
    {
      id: "assets-are-numbered",
      title: "that numbers its assets from call to call",
      violates: "orchestrator/makes-assets-purely",
      entails: ["orchestrator/definitions", "orchestrator/entry-point-is-repeatable"],
    },
    class extends FakeOrchestrator {
      #made = 0;
      override createAssetsFromTransforms(transforms: Transforms): readonly AssetDefinition[] {
        this.#made += 1;
        return super.createAssetsFromTransforms(transforms).map((asset) => ({ ...asset, metadata: { made: this.#made } }));
      }
    },
  ),
  broken(
    { id: "accepts-duplicates", title: "that takes the first of two transforms with one name", violates: "orchestrator/refuses-duplicates" },
    withAssets((transforms, sound) =>
      sound(transforms.filter(({ name }, index) => transforms.findIndex((other) => other.name === name) === index)),
    ),
  ),
  broken(
    { id: "accepts-cycles", title: "that makes assets of transforms which need each other", violates: "orchestrator/refuses-cycles" },
    withAssets((transforms, sound) => {
      const [first, second] = transforms;
      const isCycle = first?.dependsOn[0] === second?.name && second?.dependsOn[0] === first?.name;
      return sound(isCycle ? transforms.map((transform) => ({ ...transform, dependsOn: [] })) : transforms);
    }),
  ),
  broken(
    { id: "accepts-unknown-dependencies", title: "that ignores what a transform needs and nobody makes", violates: "orchestrator/refuses-unknown-dependencies" },
    withAssets((transforms, sound) => {
      const known = new Set(transforms.map(({ name }) => name));
      return sound(transforms.map((transform) => ({ ...transform, dependsOn: transform.dependsOn.filter((name) => known.has(name)) })));
    }),
  ),
  broken(
    { id: "definitions-are-no-json", title: "whose definitions hold a map", violates: "orchestrator/definitions" },
    withDefinitions((definitions) => ({ ...definitions, files: new Map() as unknown as OrchestratorDefinitions["files"] })),
  ),
  broken(
    { id: "definitions-have-strays", title: "whose jobs have assets that there are not", violates: "orchestrator/definitions" },
    withDefinitions((definitions) => ({ ...definitions, jobs: [{ name: "floe_contract", assets: ["stray"] }] })),
  ),
  broken(
    { id: "definitions-lose-the-schedule", title: "whose definitions leave out the product's schedule", violates: "orchestrator/definitions" },
    withDefinitions((definitions, { schedule }) => (schedule === undefined ? definitions : { ...definitions, schedules: [] })),
  ),
  broken(
    { id: "definitions-leave-the-folder", title: "whose definitions have a file above the folder", violates: "orchestrator/definitions" },
    withDefinitions((definitions) => ({ ...definitions, files: { "../definitions.py": "" } })),
  ),
  broken(
    { id: "definitions-are-written", title: "that writes its definitions when it makes them", violates: "orchestrator/definitions-write-nothing" },
    withDefinitions((definitions, { product }) => {
      writeFileSync(join(product.root, "definitions.json"), JSON.stringify(definitions));
      return definitions;
    }),
  ),
]);
