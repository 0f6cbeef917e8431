import path from "node:path";
import { Command, CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { addCommonOptions, withDefaults } from "../../../src/cli/common-options.ts";

const here = import.meta.dirname;

function parse(...args: string[]): unknown {
  const command = addCommonOptions(new Command("x"), here).exitOverride().configureOutput({ writeErr: () => {} });
  return command.parse(args, { from: "user" }).opts();
}

describe("addCommonOptions", () => {
  test("addCommonOptions hands over what was given, and the folder", () => {
    expect(parse()).toEqual({ cwd: here, color: true });
  });

  test("addCommonOptions reads each, the folder relative to where the process was started", () => {
    expect(parse("--json", "--cwd", "..", "--quiet", "--no-color")).toEqual({
      json: true,
      cwd: path.dirname(here),
      quiet: true,
      color: false,
    });
    expect(parse("-v")).toMatchObject({ verbose: true });
    expect(parse("-q")).toMatchObject({ quiet: true });
  });

  test.each([[["--cwd", "nowhere"]], [["--cwd", import.meta.filename]], [["-q", "-v"]], [["--josn"]]])(
    "addCommonOptions refuses %j",
    (args) => {
      expect(() => parse(...args)).toThrow(CommanderError);
    },
  );
});

test("withDefaults fills in what was not given", () => {
  const defaults = { json: false, quiet: false, verbose: false, color: true, cwd: here };
  expect(withDefaults({}, here)).toEqual(defaults);
  expect(withDefaults({ json: true, color: false, cwd: "x" }, here)).toEqual({ ...defaults, json: true, color: false, cwd: "x" });
});
