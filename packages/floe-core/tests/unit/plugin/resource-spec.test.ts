import { describe, expect, test } from "vitest";
import { RESOURCE_PRESETS, resourcePreset, type WorkloadSize } from "../../../src/plugin/resource-spec.ts";

describe("resourcePreset", () => {
  test("resourcePreset small is 100m to 500m, 256Mi to 512Mi, 100Mi to 500Mi", () => {
    expect(resourcePreset("small")).toStrictEqual({
      cpuRequest: "100m",
      cpuLimit: "500m",
      memoryRequest: "256Mi",
      memoryLimit: "512Mi",
      ephemeralStorageRequest: "100Mi",
      ephemeralStorageLimit: "500Mi",
    });
  });

  test("resourcePreset medium is 500m to 2, 1Gi to 4Gi, 500Mi to 2Gi", () => {
    expect(Object.values(resourcePreset("medium"))).toStrictEqual(["500m", "2", "1Gi", "4Gi", "500Mi", "2Gi"]);
  });

  test("resourcePreset large is 2 to 8, 4Gi to 16Gi, 1Gi to 5Gi", () => {
    expect(Object.values(resourcePreset("large"))).toStrictEqual(["2", "8", "4Gi", "16Gi", "1Gi", "5Gi"]);
  });

  test.each(["huge", "", "toString", "__proto__", undefined])("resourcePreset refuses %j naming the valid sizes", (size) => {
    expect(() => resourcePreset(size as WorkloadSize)).toThrow(
      new RangeError(`Cannot size a workload: "${String(size)}" is not one of small, medium, large`),
    );
  });
});

describe("RESOURCE_PRESETS", () => {
  test("RESOURCE_PRESETS is frozen all the way down", () => {
    expect(Object.isFrozen(RESOURCE_PRESETS)).toBe(true);
    expect(Object.values(RESOURCE_PRESETS).every((preset) => Object.isFrozen(preset))).toBe(true);
  });
});
