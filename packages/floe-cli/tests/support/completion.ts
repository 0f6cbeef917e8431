import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Argument, Command, Option } from "commander";
import { temporaryFolder } from "./temporary-folder.ts";

/** A small grammar with everything that completion knows of. */
export function exampleProgram(): Command {
  const program = new Command("floe").version("1.0.0", "-V, --version", "print the version");
  program.command("run").description("run a product").argument("[file]").option("-s, --select <names...>", "only these").option("--json", "as data");
  const plugins = program.command("plugins").description("it's about plugins");
  plugins.command("list").description("list: all of them").option("--cwd <folder>", "work there");
  plugins.command("explain").description("explain one").argument("<plugin>").argument("[file]");
  program.command("completion").description("print a script").addArgument(new Argument("<shell>").choices(["bash", "zsh"]));
  program.command("schema").description("print it").option("-o, --output <file>", "there").addOption(new Option("--format <format>", "how").choices(["json", "yaml"]));
  program.command("secret", { hidden: true }).description("nobody needs it");
  return program;
}

/** Whether a shell can be started here. */
export function hasShell(shell: string): boolean {
  return spawnSync(shell, ["--version"], { stdio: "ignore" }).status === 0;
}

/**
 * What a shell prints for a line of its own, in a folder that holds `floe.yaml` and the folder `models`, after it
 * has read a completion script.
 *
 * @param args Before the line: how the shell is told to run one and to read nothing of the user's.
 */
export function inShell(shell: string, args: readonly string[], script: string, line: string): readonly string[] {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, "floe.yaml"), "");
  mkdirSync(path.join(folder, "models"));
  const file = path.join(temporaryFolder(), "completion");
  writeFileSync(file, `${script}\n`);
  const out = execFileSync(shell, [...args, line, shell, file], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", HOME: folder },
  });
  return out.split("\n").filter((text) => text !== "");
}
