import { ComputePlugin, resourcePreset } from "floe-core";
import { FakeStorage } from "../fakes/fake-storage.ts";
import { brokenEntry } from "./broken-entry.ts";
import type { BrokenPlugin } from "./broken-plugin.ts";
import { having, SoundCompute } from "./sound-compute.ts";

/** The abstract class as plain JavaScript knows it: nothing makes a subclass implement anything. */
const UncheckedCompute = ComputePlugin as unknown as new () => object;

const sound = new SoundCompute();

/** Plugins that are of the wrong type, cannot be made, or lack what their type requires. */
export const BROKEN_MEMBERS: readonly BrokenPlugin[] = Object.freeze([
  brokenEntry({
    id: "missing-one-member",
    title: "without one of the members that its type requires",
    violates: "members/required",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["generateDbtProfile"] },
    class: class extends UncheckedCompute {
      readonly isSelfHosted = true;
      readonly getRequiredDbtPackages = (): readonly string[] => [];
      readonly validateConnection = (): unknown => sound.validateConnection();
      readonly getResourceRequirements = resourcePreset;
    },
  }),
  brokenEntry({
    id: "missing-all-members",
    title: "without any of the members that its type requires",
    violates: "members/required",
    expected: {
      step: "load",
      code: "FLOE_PLUGIN_CONTRACT",
      members: ["generateDbtProfile", "getRequiredDbtPackages", "getResourceRequirements", "isSelfHosted", "validateConnection"],
    },
    class: class extends UncheckedCompute {},
  }),
  brokenEntry({
    id: "value-of-the-wrong-kind",
    title: "with a text where its type requires a boolean",
    violates: "members/kind",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["isSelfHosted"] },
    class: having({ isSelfHosted: "yes" }),
  }),
  brokenEntry({
    id: "method-of-the-wrong-kind",
    title: "with an object where its type requires a method",
    violates: "members/kind",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["generateDbtProfile"] },
    class: having({ generateDbtProfile: { type: "sound" } }),
  }),
  brokenEntry({
    id: "optional-member-of-the-wrong-kind",
    title: "with a boolean where its type permits a method",
    violates: "members/kind",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["openSession"] },
    class: having({ openSession: true }),
  }),
  brokenEntry({
    id: "hooks-of-the-wrong-kind",
    title: "with values where its hooks should be",
    violates: "members/kind",
    expected: {
      step: "load",
      code: "FLOE_PLUGIN_CONTRACT",
      members: ["configure", "getConfigSchema", "healthCheck", "shutdown", "startup"],
    },
    class: having({ getConfigSchema: {}, configure: null, startup: "soon", shutdown: 0, healthCheck: { state: "healthy" } }),
  }),
  brokenEntry({
    id: "member-that-throws",
    title: "with a required member that cannot be read",
    violates: "members/readable",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: ["isSelfHosted"] },
    class: class extends SoundCompute {
      override get isSelfHosted(): boolean {
        throw new Error("broken getter");
      }
    },
  }),
  brokenEntry({
    id: "wrong-type",
    title: "of another type than its manifest says",
    violates: "load/is-of-its-type",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: [""] },
    class: FakeStorage,
  }),
  brokenEntry({
    id: "no-plugin-class",
    title: "that has all members, but does not extend its type's abstract class",
    violates: "load/is-of-its-type",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: [""] },
    class: class {
      readonly isSelfHosted = true;
      readonly generateDbtProfile = (): unknown => ({});
      readonly getRequiredDbtPackages = (): readonly string[] => [];
      readonly validateConnection = (): unknown => sound.validateConnection();
      readonly getResourceRequirements = resourcePreset;
    },
  }),
  brokenEntry({
    id: "constructor-returns-something-else",
    title: "whose constructor returns an object that is no plugin",
    violates: "load/is-of-its-type",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: [""] },
    class: new Proxy(SoundCompute, { construct: () => ({}) }),
  }),
  brokenEntry({
    id: "constructor-throws",
    title: "whose constructor throws",
    violates: "load/constructs",
    expected: { step: "load", code: "FLOE_PLUGIN_LOAD", stage: "construct" },
    class: class extends SoundCompute {
      constructor() {
        super();
        throw new Error("broken constructor");
      }
    },
  }),
  brokenEntry({
    id: "constructor-reads-config",
    title: "whose constructor reads a configuration that cannot be there yet",
    violates: "load/constructs",
    expected: { step: "load", code: "FLOE_PLUGIN_LOAD", stage: "construct" },
    class: class extends SoundCompute {
      readonly copied = this.config;
    },
  }),
  brokenEntry({
    id: "frozen-instance",
    title: "whose instances are frozen",
    violates: "load/can-be-extended",
    expected: { step: "load", code: "FLOE_PLUGIN_CONTRACT", members: [""] },
    class: class extends SoundCompute {
      constructor() {
        super();
        Object.freeze(this);
      }
    },
  }),
]);
