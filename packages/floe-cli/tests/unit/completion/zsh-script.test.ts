import { describe, expect, test } from "vitest";
import { completionCases } from "../../../src/completion/completion-cases.ts";
import { completionPlaces } from "../../../src/completion/completion-place.ts";
import { zshScript } from "../../../src/completion/zsh-script.ts";
import { exampleProgram, hasShell, inShell } from "../../support/completion.ts";

const script = zshScript(completionCases(completionPlaces(exampleProgram())));

/** What the function asks zsh's own completion system for, which is not there without a terminal. */
function complete(...words: string[]): readonly string[] {
  const stubs = 'compdef() {}; _files() { print "files $*" }; _describe() { print -l -- $offer }';
  const quoted = words.map((word) => `'${word}'`).join(" ");
  return inShell("zsh", ["-f", "-c"], script, `${stubs}; source "$1"; words=(floe ${quoted}); CURRENT=${words.length + 1}; _floe`);
}

describe("zshScript", () => {
  test("zshScript is a table of what may be typed at each place, with descriptions", () => {
    expect(script.split("\n")[0]).toBe("#compdef floe");
    for (const line of [
      "    ('floe run 0') _files ;;",
      "    ('floe plugins list --cwd') _files -/ ;;",
      "    ('floe completion 0') offer=('bash' 'zsh'); _describe word offer ;;",
    ]) {
      expect(script.split("\n")).toContain(line);
    }
    expect(script).toMatch(/^ {4}\('floe run -'\) offer=\('-s:only these' .*\); _describe -o option offer ;;$/m);
    expect(script).toContain("'plugins:it'\\''s about plugins'");
  });

  // Where there is no zsh, the script's text has to do, which the test above reads.
  if (hasShell("zsh")) {
    test.each([
      [["plugins", ""], ["list:list: all of them", "explain:explain one", "help:display help for command"]],
      [["run", ""], ["files "]],
      [["run", "floe.yaml", ""], []],
      [["run", "--select", "x", ""], ["files "]],
      [["plugins", "list", "--cwd", ""], ["files -/"]],
      [["schema", "-"], ["-o:there", "--output:there", "--format:how", "-h:display help for command", "--help:display help for command"]],
      [["schema", "--format", ""], ["json", "yaml"]],
    ])("zshScript offers after %j: %j", (words, offers) => {
      expect(complete(...words)).toEqual(offers);
    });
  }
});
