import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { floe, untilPrinted } from "../support/floe-process.ts";
import { scriptedCompute, temporaryApp, type TemporaryApp } from "../support/temporary-app.ts";

/** At its end a platform waits 30 seconds for what does not give up; here it is 0.3. */
const hurry = { NODE_OPTIONS: `--import=${pathToFileURL(path.resolve(import.meta.dirname, "../support/hurry.mjs")).href}` };

/** A product of one step; its plugin's module begins with `head`. */
function app(sql: string, head = ""): TemporaryApp {
  const files = {
    "floe.yaml": `name: x\nplugins: { compute: scripted }\ntransforms: [{ name: first, sql: ${sql} }]\nschedule: { cron: "0 6 * * *" }`,
  };
  const plugin = `${head}\n${scriptedCompute["plugin.js"]}`;
  return temporaryApp(files, { "scripted-compute": { ...scriptedCompute, "plugin.js": plugin } });
}

/** A product whose engine is given a secret, and has these members besides. */
function leaking(members: string): TemporaryApp {
  const secrets = `
import { SecretsPlugin } from "floe-core";
export class Vault extends SecretsPlugin {
  async getSecret() { return "correct horse"; }
  async setSecret() {}
  async listSecrets() { return ["password"]; }
  generateEnvMount() { return {}; }
  generateVolumeMount() { return {}; }
}`;
  const schema = `getConfigSchema() { return { safeParse: (data) => ({ success: true, data }) }; }`;
  const plugin = scriptedCompute["plugin.js"]!.replace("generateDbtProfile()", `${schema}\n${members}\n  generateDbtProfile()`);
  const vault = { name: "vault", version: "1.0.0", type: "module", floe: { apiVersion: "1.0", secrets: { vault: "./plugin.js#Vault" } } };
  return temporaryApp(
    {
      "floe.yaml": `name: x\nplugins: { secrets: vault, compute: { type: scripted, config: { password: "\${secret:password}" } } }\ntransforms: [{ name: first, sql: wait }]`,
    },
    { "scripted-compute": { ...scriptedCompute, "plugin.js": plugin }, vault: { "package.json": JSON.stringify(vault), "plugin.js": secrets } },
  );
}

describe("an error that nobody catches", () => {
  test("is reported without what commands a terminal, stops the plugins and ends with 1", async () => {
    const one = app("crash wait");
    const { exitCode, stdout, stderr } = await floe(["run"], one.root);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("error: uncaught: crashed \\u001B[2J\n");
    expect(stderr).not.toContain("    at ");
    expect(stdout).toMatch(/first +cancelled/);
    expect(one.read("journal.log")).toBe("startup\nshutdown\n");
    expect((await floe(["run", "--verbose"], one.root)).stderr).toMatch(/uncaught: crashed [\s\S]*\n {4}at /);
  });

  test.each([
    ["a timer that throws", `async healthCheck() { setTimeout(() => { throw new Error("refused " + this.config.password); }); return { state: "healthy", message: "" }; }`],
    ["a rejection", `async healthCheck() { void Promise.reject(new Error("refused " + this.config.password)); return { state: "healthy", message: "" }; }`],
  ])("shows no secret: %s", async (_, members) => {
    const one = leaking(members);
    const { exitCode, stdout, stderr } = await floe(["run", "--verbose"], one.root);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("error: uncaught: refused [secret]\n");
    expect(stdout + stderr).not.toContain("correct horse");
    expect(one.read("journal.log")).toBe("startup\nshutdown\n");
  });

  test("ends the process with 1 after the command, too", async () => {
    const late = `process.once("beforeExit", () => { throw new Error("too late"); });`;
    const { exitCode, stderr } = await floe(["run"], app("nothing", late).root);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/stopped [\s\S]*\nerror: uncaught: too late$/);
  });
});

describe("the first signal", () => {
  test.each([
    ["run", ["run"]],
    ["step", ["step", "a.json", "first"]],
  ])("stops the plugins of floe %s although a step takes no notice of it", async (_, args) => {
    const one = app("wait ignore");
    await floe(["compile", "--output", "a.json"], one.root);
    const child = floe([...args, "--verbose"], one.root, hurry);
    await untilPrinted(child, "making first");
    child.kill("SIGINT");
    const { exitCode, stderr } = await child;
    expect(exitCode).toBe(130);
    expect(stderr).toContain("SIGINT: stopping");
    expect(one.read("journal.log")).toBe("startup\nshutdown\n");
  });

  test.each(["check", "schema", "plugins explain scripted"])("ends floe %s although a plugin's import never ends", async (command) => {
    const one = app("nothing", `console.error("importing"); await new Promise((resolve) => setTimeout(resolve, 100_000_000));`);
    const child = floe(command.split(" "), one.root);
    await untilPrinted(child, "importing");
    child.kill("SIGTERM");
    expect((await child).exitCode).toBe(143);
  });
});

describe("a process with nothing left to wait for", () => {
  test("says so, stops the plugins and ends with 1", async () => {
    const one = app("stall");
    const { exitCode, stderr } = await floe(["run"], one.root, hurry);
    expect(exitCode).toBe(1);
    expect(stderr.match(/^error: .*$/gm)).toEqual([expect.stringMatching(/^error: uncaught: Cannot finish the command: a plugin has not answered/)]);
    expect(one.read("journal.log")).toBe("startup\nshutdown\n");
  });
});

describe("foreign code in the process", () => {
  test.each([["check"], ["run"], ["plugins", "explain", "scripted"]])("that ends it is told of, and floe %s ends with 1", async (...command) => {
    const { exitCode, stderr } = await floe(command, app("nothing", "process.exit(0);").root);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("error: the process was ended by something that was loaded, before there was a result");
  });

  test("prints to standard error, so that standard output holds the result alone", async () => {
    const chatty = `console.log("HELLO from the module"); process.stdout.write("and again\\n");`;
    const { exitCode, stdout, stderr } = await floe(["run", "--json"], app("nothing", chatty).root);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ command: "run", ok: true });
    expect(stderr).toContain("HELLO from the module\nand again\n");
  });
});

test("floe health --watch ends when nobody reads it any more, with the plugins stopped", async () => {
  const one = app("nothing");
  const watching = floe(["health", "--watch", "--interval", "1", "--json"], one.root);
  watching.stdout.once("data", () => watching.stdout.destroy());
  const { exitCode } = await watching;
  expect(exitCode).toBe(0);
  expect(one.read("journal.log")).toBe("startup\nshutdown\n");
});
