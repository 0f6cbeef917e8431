import { PluginNotFoundError } from "floe-core";
import { expect, test } from "vitest";
import { errorDocument } from "../../../src/json/json-document.ts";

test("errorDocument carries floe's own errors with their fields", () => {
  const error = new PluginNotFoundError({ pluginType: "floe.dbt", pluginName: "x", available: ["y"], hint: "Install it." });
  expect(errorDocument("run", error)).toMatchObject({
    version: "1.0",
    command: "run",
    ok: false,
    error: { name: "PluginNotFoundError", code: "FLOE_PLUGIN_NOT_FOUND", hint: "Install it.", available: ["y"] },
  });
});

test("errorDocument gives every other error the same members", () => {
  expect(errorDocument("run", new RangeError("odd")).error).toEqual({
    name: "RangeError",
    code: "FLOE_UNEXPECTED",
    message: "odd",
    hint: "",
  });
  expect(errorDocument("run", "text").error).toMatchObject({ name: "string", message: "text" });
});
