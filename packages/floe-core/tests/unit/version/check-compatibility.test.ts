import { describe, expect, test, vi } from "vitest";
import { checkCompatibility } from "../../../src/version/check-compatibility.ts";

describe("checkCompatibility", () => {
  test.each([
    ["1.0", "1.0"],
    ["1.0", "1.7"],
    ["1.7", "1.7"],
    ["1.7.9", "1.7"],
    ["1.7.9", "1.7.0"],
    ["1.7.0-rc.1", "1.7.0"],
    ["1.7.0+build", "1.7"],
    ["0.1", "0.2"],
    ["0.0", "0.0"],
  ])("checkCompatibility accepts a plugin for %s on a platform of %s", (plugin, platform) => {
    expect(checkCompatibility(plugin, platform)).toEqual({
      compatible: true,
      reason: `plugin API ${plugin} is part of the platform's ${platform}`,
    });
  });

  test.each([
    ["1.8", "1.7", "platform"],
    ["0.3", "0.2", "platform"],
    ["2.0", "1.7", "platform"],
    ["1.0", "0.9", "platform"],
    ["1.0", "2.0", "plugin"],
    ["0.9", "1.0", "plugin"],
  ])("checkCompatibility refuses a plugin for %s on a platform of %s and says to upgrade the %s", (plugin, platform, upgrade) => {
    const verdict = checkCompatibility(plugin, platform);
    expect(verdict).toMatchObject({ compatible: false, upgrade });
    expect(verdict.reason).toContain(plugin);
    expect(verdict.reason).toContain(platform);
  });

  test("checkCompatibility says that the plugin's API is newer", () => {
    expect(checkCompatibility("1.4", "1.2").reason).toBe("plugin API 1.4 is newer than the platform's 1.2");
  });

  test("checkCompatibility says that the majors differ", () => {
    expect(checkCompatibility("2.0", "1.2").reason).toBe(
      "plugin API 2.0 and the platform's 1.2 differ in their major version",
    );
  });

  test("checkCompatibility measures against this floe-core's own API by default", () => {
    expect(checkCompatibility("1.0").compatible).toBe(true);
    expect(checkCompatibility("1.1").reason).toBe("plugin API 1.1 is newer than the platform's 1.0");
  });

  test.each(["", "01.0", " 1.0", "latest"])("checkCompatibility refuses the plugin version %j and says so", (plugin) => {
    const verdict = checkCompatibility(plugin, "1.0");
    expect(verdict.compatible).toBe(false);
    expect(verdict.reason).toContain(`the plugin's API version is not valid: ${JSON.stringify(plugin)}`);
    expect(verdict).not.toHaveProperty("upgrade");
  });

  test("checkCompatibility refuses an invalid platform version and says so", () => {
    const verdict = checkCompatibility("1.0", "one");
    expect(verdict.compatible).toBe(false);
    expect(verdict.reason).toContain(`the platform's API version is not valid: "one"`);
  });

  test("checkCompatibility does not throw for what is no text", () => {
    const check: (plugin: unknown) => unknown = checkCompatibility as (plugin: unknown) => unknown;
    expect(check(null)).toMatchObject({ compatible: false, reason: expect.stringContaining("null") as string });
    expect(check({})).toMatchObject({ compatible: false, reason: expect.stringContaining("object") as string });
  });

  test("checkCompatibility does not throw for nothing, even if it is asked that first", async () => {
    vi.resetModules();
    const fresh = await import("../../../src/version/check-compatibility.ts");
    const check = fresh.checkCompatibility as (plugin: unknown) => unknown;
    expect(check(undefined)).toMatchObject({ compatible: false, reason: expect.stringContaining("undefined") as string });
  });
});
