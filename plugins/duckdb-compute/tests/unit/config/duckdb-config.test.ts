import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { configSchema } from "../../../src/config/duckdb-config.ts";
import { revealed } from "../../../src/config/revealed.ts";
import { configOf, issuesOf } from "../../support/config-of.ts";

describe("configSchema", () => {
  test("has a default for everything", () => {
    expect(configSchema.safeParse({})).toEqual({
      success: true,
      data: { path: ":memory:", threads: 4, memoryLimit: "4GB", extensions: [], settings: {}, attach: [], readOnly: false },
    });
  });

  test("refuses an unknown key, in an attached database too", () => {
    expect(issuesOf({ memory: "4GB" })).toContain("memory");
    expect(issuesOf({ attach: [{ path: "a.db", alias: "a", readonly: true }] })).toContain("readonly");
  });

  test.each([
    ["path", ["data/a.duckdb", "/d/a.duckdb", ":memory:", "a b.db", "C:\\a.db", "ab/c:d.db"]],
    ["threads", [1, 64]],
    ["memoryLimit", ["80 MB", "none"]],
    ["extensions", [[], ["httpfs", "json"]]],
  ])("accepts for %s each of %j", (field, values) => {
    for (const value of values) expect(issuesOf({ [field]: value })).toBe("");
  });

  test.each([
    ["path", "", "path must be"],
    ["path", "  ", "path must be"],
    ["path", "a\0b", "path must be"],
    ["path", ":memory:x", "path must be"],
    ["path", "md:cloud", "path must be"],
    ["path", "s3://bucket/a.db", "path must be"],
    ["path", 5, "path must be"],
    ["threads", 0, "threads must be a whole number from 1 to 64"],
    ["threads", 65, "threads must be a whole number from 1 to 64"],
    ["threads", 1.5, "threads must be a whole number from 1 to 64"],
    ["threads", "4", "threads must be a whole number from 1 to 64"],
    ["memoryLimit", "80%", "memoryLimit must be a number with a unit"],
    ["memoryLimit", 4, "memoryLimit must be a number with a unit"],
    ["extensions", ["x; DROP TABLE y"], "extensions must hold names"],
    ["extensions", ["../x.duckdb_extension"], "extensions must hold names"],
    ["extensions", ["json", "json"], "extensions must not name one twice"],
    ["readOnly", "yes", "readOnly must be true or false"],
  ])("refuses for %s the value %j, naming the field", (field, value, message) => {
    expect(issuesOf({ [field]: value })).toContain(message);
  });

  test.each([
    [{ threads: 8 }, "settings.threads: settings.threads cannot be set here: use the field threads"],
    [{ Memory_Limit: "1GB" }, "use the field memoryLimit"],
    [{ access_mode: "READ_ONLY" }, "use the field readOnly"],
    [{ lock_configuration: true }, "every session sets its own settings"],
    [{ "a b": 1 }, "a setting's name must be letters, digits and _"],
    [{ 'x" = 1; DROP TABLE y; --': 1 }, "a setting's name must be"],
    [{ TimeZone: null }, "a setting's value must be"],
    [{ TimeZone: ["UTC"] }, "a setting's value must be"],
  ])("refuses settings %j", (settings, message) => {
    expect(issuesOf({ settings })).toContain(message);
  });

  test.each([
    [[{ path: "a.db", alias: "a" }, { path: "b.db", alias: "A" }], "attach must not use an alias twice"],
    [[{ path: "a.db", alias: "Main" }], "alias must be a name, and none of main"],
    [[{ path: "a.db", alias: "" }], "alias must be a name"],
    [[{ path: "", alias: "a" }], "path must not be empty"],
    [[{ path: "a\0", alias: "a" }], "path must not hold a NUL"],
    [[{ path: 1, alias: "a" }], "path must be a text"],
    [[{ path: "a.db", alias: "a", type: "sqlite (x)" }], "type must be the name"],
    [[{ path: "a.db", alias: "a", readOnly: 1 }], "readOnly must be true or false"],
  ])("refuses attach %j", (attach, message) => {
    expect(issuesOf({ attach })).toContain(message);
  });

  test("accepts attached databases, not read-only by default", () => {
    const { attach } = configOf({ attach: [{ path: "a.db", alias: "a b" }, { path: "host=x", alias: "b", type: "postgres", readOnly: true }] });
    expect(attach.map(({ alias, type, readOnly }) => [alias, type, readOnly])).toEqual([["a b", undefined, false], ["b", "postgres", true]]);
  });

  test("refuses readOnly without a file", () => {
    expect(issuesOf({ readOnly: true })).toContain("readOnly: readOnly needs a database file");
    expect(issuesOf({ readOnly: true, path: "a.db" })).toBe("");
  });

  test("hides credentials: attached paths, and settings that are one by name", () => {
    const config = configOf({
      settings: { s3_secret_access_key: "hunter2", s3_region: "eu" },
      attach: [{ path: "password=hunter3", alias: "a", type: "postgres" }],
    });
    expect(`${JSON.stringify(config)} ${inspect(config, { depth: null })}`).not.toMatch(/hunter/);
    expect(config.settings["s3_region"]).toBe("eu");
    expect(revealed(config.settings["s3_secret_access_key"]!)).toBe("hunter2");
    expect(config.attach[0]!.path.reveal()).toBe("password=hunter3");
  });

  test("can be shown as a JSON Schema, for editors", () => {
    const schema = z.toJSONSchema(configSchema as z.ZodType, { io: "input" });
    expect(Object.keys(schema.properties ?? {})).toEqual([
      "path", "threads", "memoryLimit", "extensions", "settings", "attach", "readOnly",
    ]);
  });
});
