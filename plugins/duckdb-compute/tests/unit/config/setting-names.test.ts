import { expect, test } from "vitest";
import { isOpeningSetting, isSecretSetting, RESERVED_SETTINGS } from "../../../src/config/setting-names.ts";
import { memoryStatements } from "../../support/open-memory.ts";

test("RESERVED_SETTINGS says what to do instead, of settings that DuckDB has", async () => {
  const statements = await memoryStatements();
  const known = (await statements.rows("SELECT name FROM duckdb_settings()")).map(({ name }) => name);
  for (const [name, instead] of RESERVED_SETTINGS) {
    expect(known).toContain(name);
    expect(instead).toMatch(/./);
  }
});

test("isOpeningSetting knows what DuckDB refuses once it runs, in any case", () => {
  expect(["custom_user_agent", "Extension_Directory"].map(isOpeningSetting)).toEqual([true, true]);
  expect(["TimeZone", "preserve_insertion_order"].map(isOpeningSetting)).toEqual([false, false]);
});

test("isSecretSetting goes by the name", () => {
  for (const name of ["s3_secret_access_key", "s3_session_token", "http_proxy_password", "motherduck_token", "Password"]) {
    expect([name, isSecretSetting(name)]).toEqual([name, true]);
  }
  for (const name of ["secret_directory", "default_secret_storage", "s3_region", "tokenizer"]) {
    expect([name, isSecretSetting(name)]).toEqual([name, false]);
  }
});
