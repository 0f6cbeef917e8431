import { describe, expect, test } from "vitest";
import { DuckDBError } from "../../../src/errors/duckdb-error.ts";
import { folderError, openError } from "../../../src/errors/open-error.ts";

describe("openError", () => {
  test.each([
    ['IO Error: Could not set lock on file "/d/a.db": Conflicting lock is held in /usr/bin/node (PID 7). See also', "FLOE_DUCKDB_LOCKED", "another process has it open: /usr/bin/node (PID 7)"],
    ['IO Error: Could not set lock on file "/d/a.db": no words', "FLOE_DUCKDB_LOCKED", "another process has it open"],
    ["Connection Error: Can't open a connection to same database file with a different configuration than existing connections", "FLOE_DUCKDB_IN_USE", "this process has it open already, with other settings"],
    ['IO Error: The file "/d/a.db" exists, but it is not a valid DuckDB database file!', "FLOE_DUCKDB_NOT_A_DATABASE", "the file exists, but is no DuckDB database"],
    ["IO Error: Corrupt database file: x", "FLOE_DUCKDB_OPEN", "Corrupt database file: x"],
    ["Failed to set config", "FLOE_DUCKDB_OPEN", "Failed to set config"],
  ])("explains %j", (message, code, reason) => {
    const error = openError(new Error(message), "/d/a.db");
    expect(error).toMatchObject({ code, message: `Cannot open database /d/a.db: ${reason}` });
    expect(error.hint).not.toBe("");
  });

  test("names the settings of which one was refused", () => {
    expect(openError(new Error("Failed to set config"), "/d/a.db", ["home_directory"])).toMatchObject({
      code: "FLOE_DUCKDB_SETTING",
      message: "Cannot open database /d/a.db: DuckDB refuses one of the settings home_directory",
    });
  });

  test("passes an error of ours as it is", () => {
    const ours = new DuckDBError("FLOE_DUCKDB_FOLDER", "Cannot", { hint: "" });
    expect(openError(ours, "/d/a.db")).toBe(ours);
  });
});

test("folderError says which folder is at fault", () => {
  expect(folderError("/d/a.db", "/d")).toMatchObject({ code: "FLOE_DUCKDB_FOLDER", hint: expect.stringContaining("write permission to /d") });
});
