import path from "node:path";
import { describe, expect, test } from "vitest";
import { Output } from "../../../src/output/output.ts";
import { chooseHealthView } from "../../../src/watch/choose-health-view.ts";
import { fakeHost } from "../../support/fake-host.ts";
import { health } from "../../support/results.ts";

const cwd = path.resolve("app");
const product = { name: "flights", file: path.join(cwd, "floe.yaml") };

async function shown(host: { isTTY?: boolean; env?: Record<string, string> }, json: boolean): Promise<string> {
  const fake = fakeHost(host);
  const output = new Output(fake, { json, quiet: false, color: false });
  const view = await chooseHealthView(fake, output, { json, cwd }, product);
  view.show(health);
  view.end();
  return fake.out();
}

describe("chooseHealthView", () => {
  test("chooseHealthView draws on a terminal", async () => {
    expect(await shown({ isTTY: true }, false)).toContain("flights floe.yaml\n\nHEALTH");
  });

  test.each([
    ["where there is no terminal", {}],
    ["on a terminal that cannot draw", { isTTY: true, env: { TERM: "dumb" } }],
  ])("chooseHealthView prints lines %s", async (_, host) => {
    expect(await shown(host, false)).toBe(`${health.startedAt} flights healthy: 2 plugins\n`);
  });

  test("chooseHealthView leaves standard output to JSON", async () => {
    expect(await shown({ isTTY: true }, true)).toBe("");
  });
});
