import { describe, expect, test } from "vitest";
import type { FoundEntry } from "../../../../src/discovery/discovery-source.ts";
import type { Checked } from "../../../../src/discovery/problem.ts";
import { readStaticEntry } from "../../../../src/discovery/static/read-static-entry.ts";
import { brandPluginClass } from "../../../../src/plugin/plugin-brand.ts";
import { emptyTextsOf } from "../support/empty-texts.ts";

class Plugin {}

function read(value: unknown, version = "0.0.0"): Checked<FoundEntry> {
  return readStaticEntry("floe.dbt", "core", value, { name: "(static)", version });
}

describe("readStaticEntry", () => {
  test("takes a class, and gives back the class itself", () => {
    const { value } = read(Plugin);
    expect(value?.load?.()).toBe(Plugin);
    expect(value?.entryPoint).toEqual({
      key: "floe.dbt:core",
      type: "floe.dbt",
      name: "core",
      file: "",
      export: "default",
      dependencies: [],
      package: { name: "(static)", version: "0.0.0", path: "" },
    });
  });

  test("takes the long form with a class or a function that gets it", async () => {
    expect(read({ load: Plugin }).value?.load?.()).toBe(Plugin);
    const load = async (): Promise<unknown> => Plugin;
    expect(read({ load }).value?.load).toBe(load);
    await expect(read(load).value?.load?.()).resolves.toBe(Plugin);
  });

  test("recognises a plugin class that was compiled to a function", () => {
    const compiled = function Compiled(): void {};
    expect(read(compiled).value?.load).toBe(compiled);
    brandPluginClass(compiled.prototype as object, "floe.dbt");
    expect(read(compiled).value?.load?.()).toBe(compiled);
  });

  test("takes what the long form states", () => {
    const form = { load: Plugin, version: "1.2.3", package: "p", apiVersion: "1.0", description: "d", dependencies: ["x"] };
    expect(read(form).value?.entryPoint).toMatchObject({
      apiVersion: "1.0",
      description: "d",
      dependencies: ["x"],
      package: { name: "p", version: "1.2.3" },
    });
  });

  test("freezes what it makes", () => {
    const { value } = read(Plugin);
    expect([value, value?.entryPoint, value?.entryPoint.package].every(Object.isFrozen)).toBe(true);
  });

  test.each([
    [1, "entry_invalid"],
    [null, "entry_invalid"],
    ["./plugin.js", "entry_invalid"],
    [{}, "entry_invalid"],
    [{ load: "./plugin.js" }, "entry_invalid"],
    [{ load: Plugin, version: "1" }, "package_version_invalid"],
    [{ load: Plugin, package: "" }, "package_name_invalid"],
    [{ load: Plugin, package: 1 }, "package_name_invalid"],
    [{ load: Plugin, apiVersion: "1" }, "api_version_invalid"],
    [{ load: Plugin, description: 1 }, "description_invalid"],
    [{ load: Plugin, dependencies: [""] }, "dependencies_invalid"],
  ])("refuses %j as %s", (value, code) => {
    const problem = read(value).problem!;
    expect(problem.code).toBe(code);
    expect(emptyTextsOf({ path: "", action: "accept it", problem })).toEqual([]);
  });

  test("refuses the source's own version where it is none", () => {
    expect(read(Plugin, "latest").problem).toMatchObject({ code: "package_version_invalid", found: '"latest"' });
  });
});
