import { PluginBlockedError, PluginStartupError, type ActivationReport } from "floe-core";
import { expect, test } from "vitest";
import { PlatformStartError } from "../../../src/platform/platform-start-error.ts";

const failed = new PluginStartupError({ plugin: "floe.computes:a", cause: new Error("port taken") });
const blocked = new PluginBlockedError({ plugin: "floe.dbt:b", blockedBy: "floe.computes:a" });
const report = (plugins: ActivationReport["plugins"]): ActivationReport => ({ ok: false, startedAt: "", durationMs: 1, plugins });

const failedEntry = { key: "floe.computes:a", state: "failed", durationMs: 1, error: failed.toJSON() } as const;
const blockedEntry = { key: "floe.dbt:b", state: "blocked", durationMs: 0, blockedBy: "floe.computes:a", error: blocked.toJSON() } as const;
const activeEntry = { key: "floe.catalogs:c", state: "stopped", durationMs: 1 } as const;

test("PlatformStartError says what failed, not what that blocked, and carries the report", () => {
  const error = new PlatformStartError(report([activeEntry, blockedEntry, failedEntry]));
  expect(error.message).toBe(`Cannot start the platform: ${failed.message}`);
  expect(error.code).toBe("FLOE_PLATFORM_START");
  expect(error.report.plugins).toHaveLength(3);
});

test("PlatformStartError says what is blocked where nothing else is known", () => {
  expect(new PlatformStartError(report([blockedEntry])).message).toContain(blocked.message);
  expect(new PlatformStartError(report([])).hint).toBe("");
});
