import { PluginMetadata } from "../../src/plugin/plugin-metadata.ts";
import { definePluginType } from "../../src/plugin/plugin-type-definition.ts";

/** The class of a plugin type with one default, for tests of what a contract asks. */
export abstract class ProbePlugin extends PluginMetadata {
  hinted(): string {
    return "";
  }
}

export const PROBES = definePluginType({
  group: "floe.probes",
  base: ProbePlugin,
  required: { measure: "function", isRemote: "boolean" },
  optional: { hinted: "function", limits: "object" },
});
