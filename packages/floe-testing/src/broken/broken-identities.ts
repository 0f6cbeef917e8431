import { brokenEntry } from "./broken-entry.ts";
import type { BrokenPlugin } from "./broken-plugin.ts";
import { having, SoundCompute } from "./sound-compute.ts";

/** Plugins that say something of themselves that is no name, no version and so on, or not what their manifest says. */
export const BROKEN_IDENTITIES: readonly BrokenPlugin[] = Object.freeze([
  brokenEntry({
    id: "bad-name",
    title: "whose name is not a plugin's",
    violates: "identity/name",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["name"] },
    class: class extends SoundCompute {
      override readonly name = "Not A Name";
    },
  }),
  brokenEntry({
    id: "name-drift",
    title: "whose name is another than in its manifest",
    violates: "identity/agrees-with-manifest",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["name"] },
    class: class extends SoundCompute {
      override readonly name = "another";
    },
  }),
  brokenEntry({
    id: "bad-version",
    title: "whose version is no semantic version",
    violates: "identity/version",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["version"] },
    class: class extends SoundCompute {
      override readonly version = "1.0";
    },
  }),
  brokenEntry({
    id: "bad-manifest-version",
    title: "whose package.json states a version that is none",
    violates: "load/is-discovered",
    expected: { step: "load", code: "FLOE_PLUGIN_NOT_FOUND" },
    version: "latest",
    class: SoundCompute,
  }),
  brokenEntry({
    id: "version-drift",
    title: "whose version is another than in its package.json",
    violates: "identity/agrees-with-manifest",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["version"] },
    class: class extends SoundCompute {
      override readonly version = "1.0.1";
    },
  }),
  brokenEntry({
    id: "bad-description",
    title: "whose description is no text",
    violates: "identity/description",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["description"] },
    class: having({ description: 42 }),
  }),
  brokenEntry({
    id: "bad-dependencies",
    title: "whose dependencies are no list",
    violates: "identity/dependencies",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["dependencies"] },
    class: having({ dependencies: "floe.storage:disk" }),
  }),
  brokenEntry({
    id: "dependency-drift",
    title: "whose dependencies are others than in its manifest",
    violates: "identity/agrees-with-manifest",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["dependencies"] },
    class: class extends SoundCompute {
      override readonly dependencies = [{ type: "floe.storage", optional: true }];
    },
  }),
  brokenEntry({
    id: "bad-api-version",
    title: "whose API version is no version",
    violates: "api/is-well-formed",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["floeApiVersion"] },
    class: class extends SoundCompute {
      override readonly floeApiVersion = "one";
    },
  }),
  brokenEntry({
    id: "api-version-drift",
    title: "whose API version is another than in its manifest",
    violates: "identity/agrees-with-manifest",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["floeApiVersion"] },
    apiVersion: "1.0",
    class: class extends SoundCompute {
      override readonly floeApiVersion = "1.1";
    },
  }),
  brokenEntry({
    id: "incompatible-api-in-manifest",
    title: "whose manifest states another major of the plugin API",
    violates: "api/is-compatible",
    expected: { step: "load", code: "FLOE_PLUGIN_INCOMPATIBLE" },
    apiVersion: "999.0",
    class: SoundCompute,
  }),
  brokenEntry({
    id: "incompatible-api-in-class",
    title: "whose class alone states another major of the plugin API",
    violates: "api/is-compatible",
    expected: { step: "load", code: "FLOE_PLUGIN_INCOMPATIBLE" },
    apiVersion: null,
    class: class extends SoundCompute {
      override readonly floeApiVersion = "999.0";
    },
  }),
  brokenEntry({
    id: "no-api-version",
    title: "whose API version neither its manifest nor its class states",
    violates: "api/is-well-formed",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["floeApiVersion"] },
    apiVersion: null,
    class: SoundCompute,
  }),
  brokenEntry({
    id: "name-that-throws",
    title: "whose name cannot be read",
    violates: "members/readable",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["name"] },
    class: class extends SoundCompute {
      override get name(): string {
        throw new Error("broken getter");
      }
    },
  }),
]);
