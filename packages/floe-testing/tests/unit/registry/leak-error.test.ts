import { isPluginError } from "floe-core";
import { expect, test } from "vitest";
import { LeakError } from "../../../src/registry/leak-error.ts";

test("LeakError names every plugin with its reason, and every resource with its place", () => {
  const error = new LeakError({
    plugins: [{ key: "floe.computes:x", reason: "it hung" }],
    resources: [
      { type: "Timeout", at: "Plugin.startup (plugin.js:3:5)" },
      { type: "WORKER", at: "" },
    ],
  });
  expect(error.message).toBe(
    "Cannot close the test registry: floe.computes:x was not stopped (it hung); a Timeout keeps the event loop alive, made at Plugin.startup (plugin.js:3:5); a WORKER keeps the event loop alive",
  );
  expect(isPluginError(error)).toBe(true);
  expect(error.toJSON()).toMatchObject({
    name: "LeakError",
    code: "FLOE_TEST_LEAK",
    plugins: [{ key: "floe.computes:x" }],
    resources: [{ type: "Timeout" }, { type: "WORKER" }],
  });
});
