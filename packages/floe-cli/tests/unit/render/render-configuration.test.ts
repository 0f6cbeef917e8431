import { describe, expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderConfiguration } from "../../../src/render/render-configuration.ts";

describe("renderConfiguration", () => {
  test("renderConfiguration lists the settings", () => {
    const properties = { path: { type: "string", description: "The file." }, threads: { type: "integer", default: 4 } };
    const schema = { type: "object", required: ["path"], properties };
    expect(renderConfiguration({ kind: "schema", schema }, plainTheme)).toBe(
      [
        "SETTING  TYPE     DEFAULT     DESCRIPTION",
        "path     string   (required)  The file.",
        "threads  integer  4",
      ].join("\n"),
    );
  });

  test.each([
    [{ kind: "none" }, "It takes no configuration."],
    [{ kind: "unknown", reason: "its schema offers no JSON Schema" }, "Its configuration cannot be shown: its schema offers no JSON Schema"],
    [{ kind: "schema", schema: {} }, "Its configuration has no settings."],
  ] as const)("renderConfiguration says so for %j", (configuration, text) => {
    expect(renderConfiguration(configuration, plainTheme)).toBe(text);
  });
});
