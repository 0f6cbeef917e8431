import { describe, expect, test } from "vitest";
import { completionCases } from "../../../src/completion/completion-cases.ts";
import { completionPlaces } from "../../../src/completion/completion-place.ts";
import { exampleProgram } from "../../support/completion.ts";

describe("completionCases", () => {
  const { places, valued, offers } = completionCases(completionPlaces(exampleProgram()));
  const found = new Map(offers);
  const names = (key: string): unknown => {
    const value = found.get(key);
    return Array.isArray(value) ? value.map(({ name }: { name: string }) => name) : value;
  };

  test("completionCases leads to every place but the program itself", () => {
    expect(places).toContain("floe plugins list");
    expect(places).not.toContain("floe");
  });

  test("completionCases knows which options take the next word, by both of their names", () => {
    expect(valued).toEqual([
      ...["floe run -s", "floe run --select", "floe plugins list --cwd"],
      ...["floe schema -o", "floe schema --output", "floe schema --format"],
    ]);
  });

  test.each([
    ["floe 0", ["run", "plugins", "completion", "schema", "help"]],
    ["floe plugins 0", ["list", "explain", "help"]],
    ["floe run 0", "file"],
    ["floe run 1", undefined],
    ["floe run -", ["-s", "--select", "--json", "-h", "--help"]],
    ["floe run --select", undefined],
    ["floe plugins list --cwd", "folder"],
    ["floe plugins explain 0", undefined],
    ["floe plugins explain 1", "file"],
    ["floe completion 0", ["bash", "zsh"]],
    ["floe schema --format", ["json", "yaml"]],
  ])("completionCases offers at %j: %j", (key, offered) => {
    expect(names(key)).toEqual(offered);
  });
});
