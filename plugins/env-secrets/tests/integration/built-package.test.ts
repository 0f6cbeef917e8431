import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { isPluginError } from "floe-core";
import { EnvSecretsError, EnvSecretsPlugin } from "floe-env-secrets";
import { describe, expect, test } from "vitest";
import { caught } from "../support/caught.ts";
import { tempFolder } from "../support/temp-folder.ts";

const run = promisify(execFile);
const fixture = path.join(import.meta.dirname, "fixtures/store-keys.mjs");

describe("the built package", () => {
  test("exports the class that its floe block names", async () => {
    const entry = new URL("../../dist/plugin.js", import.meta.url).href;
    const module: unknown = await import(entry);
    expect(module).toHaveProperty("EnvSecretsPlugin", EnvSecretsPlugin);
  });

  test("throws errors that floe-core recognises", async () => {
    const plugin = new EnvSecretsPlugin();
    plugin.configure({ prefix: "", files: [] });
    const error = await caught(() => plugin.setSecret("token", "hunter2"));
    expect(isPluginError(error)).toBe(true);
    expect(error).toBeInstanceOf(EnvSecretsError);
  });

  test("setSecret loses no update among processes, prints nothing and leaves no draft", async () => {
    const folder = await tempFolder();
    const file = path.join(folder, ".env");
    const groups = ["a", "b", "c"];
    const outputs = await Promise.all(groups.map((group) => run(process.execPath, [fixture, file, group])));
    expect(outputs).toEqual(groups.map(() => ({ stdout: "", stderr: "" })));
    const plugin = new EnvSecretsPlugin();
    plugin.configure({ prefix: "FLOE_TEST_", files: [{ path: file, optional: false }] });
    for (const group of groups) {
      const keys = Array.from({ length: 5 }, (_, index) => [`KEY_${index}`, `${group} ${index}`] as const);
      expect(await plugin.getMultiKeySecret(group)).toEqual(Object.fromEntries(keys));
    }
    expect(await readdir(folder)).toEqual([".env"]);
  });
});
