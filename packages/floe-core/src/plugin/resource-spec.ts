/** The sizes every plugin can be asked for. */
export type WorkloadSize = "small" | "medium" | "large";

/** What one workload asks for and may use, as Kubernetes quantities; each request is at most its limit. */
export interface ResourceSpec {
  readonly cpuRequest: string;
  readonly cpuLimit: string;
  readonly memoryRequest: string;
  readonly memoryLimit: string;
  readonly ephemeralStorageRequest: string;
  readonly ephemeralStorageLimit: string;
}

/** Presets a plugin may offer as they are; none has to. */
export const RESOURCE_PRESETS: Readonly<Record<WorkloadSize, ResourceSpec>> = Object.freeze({
  small: spec("100m", "500m", "256Mi", "512Mi", "100Mi", "500Mi"),
  medium: spec("500m", "2", "1Gi", "4Gi", "500Mi", "2Gi"),
  large: spec("2", "8", "4Gi", "16Gi", "1Gi", "5Gi"),
});

/**
 * The preset for `size`.
 *
 * @throws RangeError naming the valid sizes.
 * @example
 * ```ts
 * import { resourcePreset } from "floe-core";
 * console.log(resourcePreset("small").memoryLimit); // 512Mi
 * ```
 */
export function resourcePreset(size: WorkloadSize): ResourceSpec {
  if (Object.hasOwn(RESOURCE_PRESETS, size)) return RESOURCE_PRESETS[size];
  throw new RangeError(`Cannot size a workload: "${size}" is not one of ${Object.keys(RESOURCE_PRESETS).join(", ")}`);
}

function spec(
  cpuRequest: string,
  cpuLimit: string,
  memoryRequest: string,
  memoryLimit: string,
  ephemeralStorageRequest: string,
  ephemeralStorageLimit: string,
): ResourceSpec {
  return Object.freeze({
    cpuRequest,
    cpuLimit,
    memoryRequest,
    memoryLimit,
    ephemeralStorageRequest,
    ephemeralStorageLimit,
  });
}
