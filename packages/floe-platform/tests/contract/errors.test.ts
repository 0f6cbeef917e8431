import type { ActivationReport, PluginError } from "floe-core";
import * as platform from "floe-platform";
import { expect, test } from "vitest";

const problem = {
  code: "key_unknown",
  file: "/app/floe.yaml",
  line: 2,
  column: 1,
  path: "plugin",
  message: "unknown key plugin",
  expected: "one of name, plugins",
  found: "plugin",
  nearest: "plugins",
  remedy: "Remove it.",
} as const;
const secret = { file: "/app/floe.yaml", line: 2, column: 1, key: "token", path: "plugins.compute.config.token", reason: "r", nearest: "tokens" };
const report: ActivationReport = { ok: false, startedAt: "2026-01-01T00:00:00.000Z", durationMs: 1, plugins: [] };
const entry = { entry: "+", reason: "names nothing" };

interface Pin {
  readonly error: PluginError;
  readonly code: string;
  /** The error's own fields, as its JSON has them. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/* Written out by hand: callers switch on the codes and read the fields, in processes and in JSON output. */
const PINS: Readonly<Record<string, Pin>> = {
  PlatformFileError: {
    error: new platform.PlatformFileError("/app/floe.yaml", [problem]),
    code: "FLOE_PLATFORM_INVALID",
    fields: { file: "/app/floe.yaml", problems: [problem] },
  },
  PlatformStartError: { error: new platform.PlatformStartError(report), code: "FLOE_PLATFORM_START", fields: { report } },
  NothingToRunError: { error: new platform.NothingToRunError("flights"), code: "FLOE_PLATFORM_NOTHING_TO_RUN", fields: {} },
  TransformNotFoundError: {
    error: new platform.TransformNotFoundError(["dayly"], ["daily"], { tags: ["fats"], available: ["fast"] }),
    code: "FLOE_TRANSFORM_NOT_FOUND",
    fields: {
      names: ["dayly"],
      tags: ["fats"],
      available: ["daily"],
      availableTags: ["fast"],
      suggestions: { dayly: "daily", "tag:fats": "tag:fast" },
      nearest: "daily",
    },
  },
  TransformSelectionError: {
    error: new platform.TransformSelectionError([entry]),
    code: "FLOE_TRANSFORM_SELECTION",
    fields: { entries: [entry] },
  },
  SecretUnavailableError: {
    error: new platform.SecretUnavailableError([secret]),
    code: "FLOE_SECRET_UNAVAILABLE",
    fields: { secrets: [secret] },
  },
};

test("these error classes are exported, and no other", () => {
  expect(Object.keys(platform).filter((name) => name.endsWith("Error")).sort()).toEqual(Object.keys(PINS).sort());
});

test.each(Object.entries(PINS))("%s has its code and these fields, all of them in its JSON", (name, { error, code, fields }) => {
  expect(error.code).toBe(code);
  expect(JSON.parse(JSON.stringify(error))).toEqual({ name, code, message: error.message, hint: error.hint, ...fields });
});
