import { execa } from "execa";

/** A process with its command line. */
export interface TreeProcess {
  readonly pid: number;
  readonly command: string;
}

/** All processes below `pid`, the nearest first. */
export async function descendantsOf(pid: number): Promise<readonly TreeProcess[]> {
  const { stdout } = await execa("ps", ["-A", "-ww", "-o", "pid=,ppid=,command="]);
  const processes = stdout.split("\n").flatMap((line) => {
    const [, own, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return own === undefined ? [] : [{ pid: Number(own), parent: Number(parent), command: command ?? "" }];
  });
  const found: TreeProcess[] = [];
  let parents = [pid];
  while (parents.length > 0) {
    const children = processes.filter(({ parent }) => parents.includes(parent));
    found.push(...children.map(({ pid: own, command }) => ({ pid: own, command })));
    parents = children.map((child) => child.pid);
  }
  return found;
}

/** Whether a process is there. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
