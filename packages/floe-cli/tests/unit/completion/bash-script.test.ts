import { describe, expect, test } from "vitest";
import { bashScript } from "../../../src/completion/bash-script.ts";
import { completionCases } from "../../../src/completion/completion-cases.ts";
import { completionPlaces } from "../../../src/completion/completion-place.ts";
import { exampleProgram, inShell } from "../../support/completion.ts";

const script = bashScript(completionCases(completionPlaces(exampleProgram())));

/** What bash offers for the last of these words. */
function complete(...words: string[]): readonly string[] {
  const quoted = words.map((word) => `'${word}'`).join(" ");
  const line = `source "$1"; COMP_WORDS=(floe ${quoted}); COMP_CWORD=${words.length}; _floe; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return inShell("bash", ["--norc", "--noprofile", "-c"], script, line);
}

describe("bashScript", () => {
  test.each([
    [["ru"], ["run"]],
    [["plugins", ""], ["list", "explain", "help"]],
    [["run", ""], ["floe.yaml", "models"]],
    [["run", "flo"], ["floe.yaml"]],
    [["run", "floe.yaml", ""], []],
    [["run", "--j"], ["--json"]],
    [["run", "--json", "fl"], ["floe.yaml"]],
    [["run", "--select", ""], []],
    [["run", "--select", "x", "fl"], ["floe.yaml"]],
    [["plugins", "list", "--cwd", ""], ["models"]],
    [["plugins", "explain", "run", ""], ["floe.yaml", "models"]],
    [["completion", ""], ["bash", "zsh"]],
    [["schema", "-o", "fl"], ["floe.yaml"]],
    [["schema", "--format", "y"], ["yaml"]],
    [["nothing", ""], []],
  ])("bashScript offers after %j: %j", (words, offers) => {
    expect([...complete(...words)].sort()).toEqual([...offers].sort());
  });

  test("bashScript registers itself for floe", () => {
    expect(inShell("bash", ["--norc", "--noprofile", "-c"], script, 'source "$1"; complete -p floe')).toEqual([
      "complete -o filenames -F _floe floe",
    ]);
  });
});
