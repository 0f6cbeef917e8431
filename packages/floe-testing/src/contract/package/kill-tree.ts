import type { ChildProcess } from "node:child_process";
import { isError } from "../realm/is-error.ts";

/** Ends a process that leads a group of its own, and all that it started. Safe once it has ended. */
export function killTree(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === "win32") {
    child.kill("SIGKILL");
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // Nobody is left in the group. Some systems do not let a process that is just ending be reached.
    if (!(isError(error) && "code" in error && (error.code === "ESRCH" || error.code === "EPERM"))) throw error;
  }
}
