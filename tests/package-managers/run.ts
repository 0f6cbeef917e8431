import { execa, type Options } from "execa";

/** Runs a command as somebody would in `cwd`, and resolves with what it printed. Rejects unless it ends with 0. */
export async function run(cwd: string, command: string, args: readonly string[], options: Options = {}): Promise<string> {
  const env = { NODE_OPTIONS: "", CI: "", YARN_ENABLE_TELEMETRY: "0", ...options.env };
  const { stdout } = await execa(command, args, { ...options, cwd, env, timeout: 100_000, stdin: "ignore" });
  return String(stdout);
}
