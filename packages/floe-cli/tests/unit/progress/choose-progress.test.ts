import { expect, test } from "vitest";
import { Output } from "../../../src/output/output.ts";
import { chooseProgress } from "../../../src/progress/choose-progress.ts";
import { fakeHost } from "../../support/fake-host.ts";
import { events } from "../../support/results.ts";

test.each<[string, Parameters<typeof fakeHost>[0], boolean, "bar" | "lines" | "nothing"]>([
  ["a bar on a terminal", { isTTY: true }, false, "bar"],
  ["lines elsewhere", {}, false, "lines"],
  ["lines on a dumb terminal", { isTTY: true, env: { TERM: "dumb" } }, false, "lines"],
  ["lines in CI", { isTTY: true, env: { CI: "true" } }, false, "lines"],
  ["nothing when quiet", { isTTY: true }, true, "nothing"],
])("chooseProgress shows %s", async (_, options, quiet, expected) => {
  const host = fakeHost({ columns: 80, ...options });
  const progress = await chooseProgress(host, new Output(host, { json: false, quiet, color: false }), { quiet });
  for (const event of events) progress.event(event);
  progress.end();
  const shown = host.err() === "" ? "nothing" : host.err().includes("\u001B[?25h") ? "bar" : "lines";
  expect(shown).toBe(expected);
});
