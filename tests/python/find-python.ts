import { execa } from "execa";

/** The Pythons that everything in the lock runs on. */
const OLDEST = [3, 10] as const;
const NEWEST = [3, 14] as const;

/** The command of a Python of this machine that can make the environment, or why there is none. */
export async function findPython(): Promise<{ readonly command: string } | { readonly reason: string }> {
  const found: string[] = [];
  for (const command of ["python3", "python", ...minors().map((minor) => `python3.${minor}`)]) {
    const { stdout, failed } = await execa(command, ["-c", "import sys, venv; print(*sys.version_info[:2])"], { reject: false });
    if (failed) continue;
    const [major = 0, minor = 0] = stdout.split(" ").map(Number);
    if (major === 3 && minor >= OLDEST[1] && minor <= NEWEST[1]) return { command };
    found.push(`${command} is ${major}.${minor}`);
  }
  const there = found.length === 0 ? "none was found" : found.join(", ");
  return { reason: `needs Python ${OLDEST.join(".")} to ${NEWEST.join(".")} with venv: ${there}` };
}

function minors(): readonly number[] {
  return Array.from({ length: NEWEST[1] - OLDEST[1] + 1 }, (_, index) => NEWEST[1] - index);
}
