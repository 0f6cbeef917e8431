import { Command, Option } from "commander";
import { describe, expect, test } from "vitest";
import { completionPlaces } from "../../../src/completion/completion-place.ts";
import { exampleProgram } from "../../support/completion.ts";

describe("completionPlaces", () => {
  const places = completionPlaces(exampleProgram());
  const place = (path: string) => places.find((one) => one.path === path);

  test("completionPlaces finds every command that is not hidden, however deep", () => {
    expect(places.map(({ path }) => path)).toEqual([
      ...["floe", "floe run", "floe plugins", "floe plugins list", "floe plugins explain", "floe plugins help"],
      ...["floe completion", "floe schema", "floe help"],
    ]);
  });

  test("completionPlaces names sub-commands and options with what they are for", () => {
    expect(place("floe")?.commands).toContainEqual({ name: "plugins", description: "it's about plugins" });
    expect(place("floe")?.options).toContainEqual({ short: "V", long: "version", description: "print the version", value: undefined });
    expect(place("floe plugins list")?.options[0]).toEqual({ short: undefined, long: "cwd", description: "work there", value: "folder" });
  });

  test("completionPlaces knows what a value is by its choices or its name", () => {
    const choice = (name: string) => ({ name, description: "" });
    expect(place("floe completion")?.values).toEqual([[choice("bash"), choice("zsh")]]);
    expect(place("floe plugins explain")?.values).toEqual(["unknown", "file"]);
    expect(place("floe schema")?.options.map(({ value }) => value)).toEqual([
      ...["file", [choice("json"), choice("yaml")]],
      // --help
      undefined,
    ]);
  });

  test("completionPlaces knows values that may be left out, and options without a long name", () => {
    const program = new Command("floe").helpOption(false).helpCommand(false).argument("[dir]");
    program.addOption(new Option("-c [artifacts]", "take these"));
    expect(completionPlaces(program)).toEqual([
      {
        path: "floe",
        commands: [],
        options: [{ short: "c", long: undefined, description: "take these", value: "file" }],
        values: ["folder"],
      },
    ]);
  });
});
