import { FLOE_PLUGIN_API_VERSION, type PluginType } from "floe-core";
import { FAKE_CLASSES } from "../../fakes/fake-plugin.ts";
import type { BrokenOutcome, BrokenPlugin } from "../broken-plugin.ts";
import { BROKEN_NAME } from "../sound-compute.ts";

/** What is particular about a broken plugin that is a fake but for one point. */
export interface BrokenFakeParts extends Omit<BrokenPlugin, "type" | "name" | "source" | "expected"> {
  /** Members in place of the fake's own, also of kinds that TypeScript would not let it have. Default: `class` has them. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** A class that extends the fake. Default: the fake with `members`. */
  readonly class?: new () => object;
  /** Default: a registry has nothing to say against it, since it does not look at what members answer. */
  readonly expected?: BrokenOutcome;
}

/** A broken plugin of any type: what only a contract suite can see, where nothing else is expected. */
export function brokenFake(type: PluginType, { members = {}, class: given, expected = { step: "none" }, ...particular }: BrokenFakeParts): BrokenPlugin {
  const load = given ?? withMembers(FAKE_CLASSES[type], members);
  const entry = { load, version: "1.0.0", apiVersion: FLOE_PLUGIN_API_VERSION };
  const source = { kind: "entry", entry } as const;
  return Object.freeze({ ...particular, type, name: BROKEN_NAME, source, expected });
}

function withMembers(fake: unknown, members: object): new () => object {
  const base = fake as new (options: object) => object;
  return class extends base {
    constructor() {
      super(members);
    }
  };
}
