import { execa } from "execa";
import { descendantsOf, type TreeProcess } from "../process-tree.ts";

/** The processes that run steps of the product in `root`, whoever their parent is by now. */
export async function stepProcesses(root: string): Promise<readonly TreeProcess[]> {
  const { stdout } = await execa("ps", ["-A", "-ww", "-o", "pid=,command="]);
  return stdout.split("\n").flatMap((line) => {
    const [, pid, command = ""] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid !== undefined && command.includes(root) && STEP.test(command) ? [{ pid: Number(pid), command }] : [];
  });
}

/** The processes of Dagster's runs, started from this one. */
export async function runProcesses(): Promise<readonly TreeProcess[]> {
  return (await descendantsOf(process.pid)).filter(({ command }) => command.includes("spawn_main"));
}

/** Dagster's own process of a step, and the floe in it. */
const STEP = /floe-dagster-step|floe\.js step /;
