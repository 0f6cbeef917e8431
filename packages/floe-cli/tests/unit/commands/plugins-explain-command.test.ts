import { describe, expect, test } from "vitest";
import { pluginsExplainCommand } from "../../../src/commands/plugins-explain-command.ts";
import { contextOf } from "../../support/context.ts";
import { anyVersion, packageTree, secretsPackage } from "../../support/package-tree.ts";

const vault = { what: "vault", file: undefined, load: true };

describe("pluginsExplainCommand", () => {
  test("pluginsExplainCommand ends with 0 for a plugin that is found, accepted and loads", async () => {
    const cwd = packageTree({ dependencies: anyVersion("acme") }, { acme: secretsPackage("vault") });
    const context = contextOf({ cwd });
    expect(await pluginsExplainCommand(vault, context)).toBe(0);
    expect(context.host.out()).toMatch(/^floe\.secrets:vault 1\.2\.3: accepted\n/);
    expect(context.host.err()).toBe("");
  });

  test.each([
    ["what is nowhere", { ...vault, what: "spark" }, /^spark: not found\n/],
    ["what does not load", { ...vault, what: "broken" }, /state +failed after .*\n +FLOE_PLUGIN_LOAD: /],
    ["what brings no plugins", { ...vault, what: "plain" }, /^package plain 1\.2\.3: no block\n/],
  ])("pluginsExplainCommand ends with 1 for %s, and says so on standard output", async (_, args, text) => {
    const packages = { acme: secretsPackage("vault"), broken: secretsPackage("broken", "throw new Error('no')"), plain: {} };
    const context = contextOf({ cwd: packageTree({ dependencies: anyVersion("acme", "broken", "plain") }, packages) });
    expect(await pluginsExplainCommand(args, context)).toBe(1);
    expect(context.host.out()).toMatch(text);
    expect(context.host.err()).toBe("");
  });

  test("pluginsExplainCommand prints JSON instead of text, and with --verbose what is logged", async () => {
    const cwd = packageTree({ dependencies: anyVersion("acme") }, { acme: secretsPackage("vault") });
    const context = contextOf({ cwd, json: true, verbose: true });
    expect(await pluginsExplainCommand({ ...vault, load: false }, context)).toBe(0);
    expect(JSON.parse(context.host.out())).toMatchObject({ command: "plugins explain", ok: true, plugins: [{ load: null }] });
    expect(context.host.err()).toContain("discovered plugins");
  });
});
