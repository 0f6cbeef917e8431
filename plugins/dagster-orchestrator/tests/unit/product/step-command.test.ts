import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { stepCommand } from "../../../src/product/step-command.ts";

test("stepCommand starts this package's own script with Node as it is configured", () => {
  const command = stepCommand(["nice", "/opt/node"]);
  expect(command.slice(0, -1)).toEqual(["nice", "/opt/node"]);
  const script = command.at(-1) ?? "";
  expect(path.isAbsolute(script)).toBe(true);
  expect(script.endsWith(path.join("bin", "floe-dagster-step.js"))).toBe(true);
  expect(existsSync(script)).toBe(true);
});
