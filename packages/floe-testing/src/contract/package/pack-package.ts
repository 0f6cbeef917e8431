import { readdirSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { ContractBreach } from "../contract-breach.ts";
import { packCommand } from "./pack-command.ts";

/** How a package is packed. */
export interface PackOptions {
  /** An empty folder. */
  readonly to: string;
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/**
 * Packs the package in `folder` as its author's package manager does, and resolves with the tarball.
 *
 * @throws ContractBreach if it cannot be packed; the signal's reason.
 */
export async function packPackage(folder: string, { to, limitMs, signal }: PackOptions): Promise<string> {
  const { command, args, cwd, otherwise } = await packCommand(folder, to);
  const start = async (executable: string, given: readonly string[]): Promise<Ended> =>
    execa(executable, given, {
      cwd,
      reject: false,
      stdin: "ignore",
      all: true,
      timeout: limitMs,
      cancelSignal: signal,
      forceKillAfterDelay: 500,
      env: { NODE_OPTIONS: "", NO_COLOR: "1", FORCE_COLOR: "0", COREPACK_ENABLE_DOWNLOAD_PROMPT: "0" },
    });
  let ended = await start(command, args);
  if (ended.code === "ENOENT" && otherwise !== undefined) ended = await start(otherwise.command, otherwise.args);
  signal.throwIfAborted();
  const tarball = readdirSync(to).find((file) => file.endsWith(".tgz"));
  if (ended.exitCode === 0 && tarball !== undefined) return join(to, tarball);
  throw new ContractBreach(`${command} pack ${reasonFor(ended, limitMs)}`);
}

interface Ended {
  readonly code?: string | undefined;
  readonly exitCode?: number | undefined;
  readonly timedOut: boolean;
  readonly all?: string | undefined;
}

function reasonFor({ code, exitCode, timedOut, all = "" }: Ended, limitMs: number): string {
  if (code === "ENOENT") return "could not be started: it is not installed, or not on the path";
  if (timedOut) return `did not end within ${Math.round(limitMs / 1000)} s`;
  const said = all.split("\n").filter((line) => line.trim() !== "").slice(0, 5).join("; ");
  return exitCode === 0 ? "made no tarball" : `failed: ${said.slice(0, 500) || `it ended with ${exitCode ?? "a signal"}`}`;
}
