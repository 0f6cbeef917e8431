import { RESOURCE_PRESETS, resourcePreset, type ConnectionResult, type PluginMetadata, type PluginType, type WorkloadSize } from "floe-core";
import { connected } from "../../../fakes/connected.ts";
import type { BrokenPlugin } from "../../broken-plugin.ts";
import { regardless } from "../../late-hook.ts";
import { brokenOfType } from "./broken-of-type.ts";
import { addressSchema, isReachable, reachableHealth, UNREACHABLE } from "./unreachable.ts";

/** Longer than a signal may take, and shorter than a call. */
const DEAF_MS = 600;

type Area = "compute" | "orchestrator";

/** Plugins that say something wrong of what they need, or of how they are connected. */
export function brokenServices<Type extends typeof PluginType.COMPUTE | typeof PluginType.ORCHESTRATOR>(
  type: Type,
  area: Area,
): readonly BrokenPlugin[] {
  const make = brokenOfType(type);
  const broken = (
    id: string,
    title: string,
    violates: "resources" | "refuses-other-sizes" | "connection" | "connection-honours-its-signal" | "bad-connection-is-a-result",
    members: Readonly<Record<string, unknown>>,
  ): BrokenPlugin => {
    const parts = { id: `${area}-${id}`, title: `of type ${area} ${title}`, violates: `${area}/${violates}` } as const;
    const reached = violates === "bad-connection-is-a-result" ? { unreachable: UNREACHABLE } : {};
    return make({ ...parts, ...reached }, members);
  };
  return [
    broken("requests-too-much", "whose request is above its limit", "resources", {
      getResourceRequirements: (size: WorkloadSize) => ({ ...resourcePreset(size), memoryRequest: "64Gi" }),
    }),
    broken("has-no-quantities", "whose quantities are none", "resources", {
      getResourceRequirements: (size: WorkloadSize) => ({ ...resourcePreset(size), cpuLimit: "two cores" }),
    }),
    broken("takes-any-size", "that takes every size that it does not know for small", "refuses-other-sizes", {
      getResourceRequirements: (size: WorkloadSize) => (Object.hasOwn(RESOURCE_PRESETS, size) ? resourcePreset(size) : RESOURCE_PRESETS.small),
    }),
    broken("names-no-sizes", "that does not name the valid sizes", "refuses-other-sizes", {
      getResourceRequirements: (size: WorkloadSize) => {
        if (Object.hasOwn(RESOURCE_PRESETS, size)) return resourcePreset(size);
        throw new RangeError("Cannot size a workload: there is no such size");
      },
    }),
    broken("connection-is-a-boolean", "that answers true where it is asked for its connection", "connection", {
      validateConnection: async () => true,
    }),
    broken("connection-has-no-errors", "that leaves out the errors of its connection", "connection", {
      validateConnection: async () => ({ status: "healthy", latencyMs: 0, message: "" }),
    }),
    broken("connection-is-deaf", "that goes on probing its connection whatever its signal says", "connection-honours-its-signal", {
      validateConnection: async () => {
        await regardless(DEAF_MS);
        return connected(undefined);
      },
    }),
    broken("connection-throws", "that throws where it cannot reach its engine", "bad-connection-is-a-result", {
      ...REACHING,
      async validateConnection(this: PluginMetadata): Promise<ConnectionResult> {
        if (!isReachable(this)) throw new Error("Cannot connect: nobody answers");
        return connected(undefined);
      },
    }),
    broken("connection-is-always-fine", "that is connected even where there is nothing", "bad-connection-is-a-result", {
      ...REACHING,
      validateConnection: async () => connected(undefined),
    }),
  ];
}

/** With an address, and an honest word about it in its health. */
const REACHING = {
  getConfigSchema: () => addressSchema,
  healthCheck(this: PluginMetadata) {
    return reachableHealth(this);
  },
} as const;
