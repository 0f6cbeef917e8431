import { describe, expect, test } from "vitest";
import { completionCases } from "../../../src/completion/completion-cases.ts";
import { completionPlaces } from "../../../src/completion/completion-place.ts";
import { fishScript } from "../../../src/completion/fish-script.ts";
import { exampleProgram, hasShell, inShell } from "../../support/completion.ts";

const places = completionPlaces(exampleProgram());
const script = fishScript(places, completionCases(places));

function complete(line: string): readonly string[] {
  return inShell("fish", ["--no-config", "-c"], script, `source $argv[2]; complete -C '${line}'`);
}

describe("fishScript", () => {
  test("fishScript has a line for everything that may be typed, with descriptions", () => {
    const lines = script.split("\n");
    for (const line of [
      "complete -c floe -n '__floe_is floe 0' -a 'plugins' -d 'it\\'s about plugins'",
      "complete -c floe -n '__floe_is floe run 0' -F",
      "complete -c floe -n '__floe_in floe run' -s s -l select -x -d 'only these'",
      "complete -c floe -n '__floe_in floe plugins list' -l cwd -x -a '(__fish_complete_directories)' -d 'work there'",
      "complete -c floe -n '__floe_in floe schema' -s o -l output -r -F -d 'there'",
      "complete -c floe -n '__floe_in floe schema' -l format -x -a 'json yaml' -d 'how'",
      "complete -c floe -n '__floe_is floe completion 0' -a 'bash'",
    ]) {
      expect(lines).toContain(line);
    }
  });

  // Where there is no fish, the script's text has to do, which the test above reads.
  if (hasShell("fish")) {
    test.each([
      ["floe plug", ["plugins\tit's about plugins"]],
      ["floe plugins ", ["explain\texplain one", "help\tdisplay help for command", "list\tlist: all of them"]],
      ["floe run fl", ["floe.yaml"]],
      ["floe run floe.yaml fl", []],
      ["floe run --select x fl", ["floe.yaml"]],
      ["floe run --j", ["--json\tas data"]],
      ["floe plugins list --cwd mo", ["models/\tDirectory"]],
      ["floe schema --format ", ["json\thow", "yaml\thow"]],
    ])("fishScript offers after %j: %j", (line, offers) => {
      expect(complete(line)).toEqual(offers);
    });
  }
});
