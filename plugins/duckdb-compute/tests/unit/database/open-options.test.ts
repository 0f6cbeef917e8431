import { expect, test } from "vitest";
import { openOptions } from "../../../src/database/open-options.ts";
import { configOf } from "../../support/config-of.ts";

test("openOptions takes what has to be there from the start, as text", () => {
  expect(openOptions(configOf({ threads: 3, memoryLimit: " 2GB " }))).toEqual({
    threads: "3",
    memory_limit: "2GB",
    autoinstall_known_extensions: "false",
    errors_as_json: "true",
  });
});

test("openOptions leaves other settings to the connection, and lets the configuration allow downloads", () => {
  const settings = { Autoinstall_Known_Extensions: true, custom_user_agent: "x; y", TimeZone: "UTC" };
  expect(openOptions(configOf({ path: "a.db", readOnly: true, settings }))).toMatchObject({
    access_mode: "READ_ONLY",
    autoinstall_known_extensions: "true",
    custom_user_agent: "x; y",
  });
  expect(openOptions(configOf({ settings }))).not.toHaveProperty("TimeZone");
});
