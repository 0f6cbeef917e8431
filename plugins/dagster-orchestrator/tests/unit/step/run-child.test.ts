import { describe, expect, test, vi } from "vitest";
import { runChild, type ChildRequest } from "../../../src/step/run-child.ts";

/** Runs a script; `onLine` is called for what it prints to standard error. */
function run(script: string, options: Partial<ChildRequest> & { readonly onPiece?: (piece: string) => void } = {}) {
  const { onPiece = () => {}, ...rest } = options;
  return runChild({
    command: process.execPath,
    args: ["--input-type=module", "--eval", script],
    cwd: import.meta.dirname,
    env: { PATH: process.env["PATH"] },
    signal: new AbortController().signal,
    graceMs: 10_000,
    onStderr: async (pieces) => {
      for await (const piece of pieces) onPiece(piece);
    },
    ...rest,
  });
}

/** Says that it is there, and then lives until it is ended. */
const LIVE = "setInterval(() => {}, 1000); process.stderr.write('ready');";

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("runChild", () => {
  test("answers what the child printed, all of it, and its code", async () => {
    const text = "ü".repeat(500_000);
    let errors = "";
    const script = `process.stderr.write("a€\\nb"); process.stdout.write("ü".repeat(500_000)); process.exitCode = 3;`;
    const end = await run(script, { onPiece: (piece) => (errors += piece) });
    expect(end).toEqual({ stdout: text, exitCode: 3, signal: null });
    expect(errors).toBe("a€\nb");
  });

  test("has a channel to the child", async () => {
    expect((await run("console.log(typeof process.send)")).stdout).toBe("function\n");
  });

  test("answers the signal that ended the child", async () => {
    expect(await run("process.kill(process.pid, 'SIGKILL')")).toEqual({ stdout: "", exitCode: null, signal: "SIGKILL" });
  });

  test("interrupts the child when it is told to, once", async () => {
    const controller = new AbortController();
    const script = `process.on("SIGINT", () => { console.log("interrupted"); setTimeout(() => process.exit(130), 50); }); ${LIVE}`;
    const end = await run(script, { signal: controller.signal, onPiece: () => controller.abort() });
    expect(end).toEqual({ stdout: "interrupted\n", exitCode: 130, signal: null });
  });

  test("interrupts a child at once where it was told to before", async () => {
    expect(await run(LIVE, { signal: AbortSignal.abort() })).toMatchObject({ signal: "SIGINT" });
  });

  test("kills a child that takes no notice, with what it has started", async () => {
    const controller = new AbortController();
    const script = `
      import { spawn } from "node:child_process";
      process.on("SIGINT", () => {});
      const own = spawn(process.execPath, ["--eval", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
      console.log(own.pid);
      ${LIVE}`;
    const end = await run(script, { signal: controller.signal, graceMs: 1, onPiece: () => controller.abort() });
    expect(end.signal).toBe("SIGKILL");
    // It is there until the system has buried it.
    await vi.waitUntil(() => !isAlive(Number(end.stdout)), { timeout: 20_000 });
  }, 30_000);

  test("does not wait for what an ended child has left behind with its streams", async () => {
    const script = `
      import { spawn } from "node:child_process";
      const own = spawn(process.execPath, ["--eval", "setInterval(() => {}, 1000)"], { stdio: "inherit", detached: true });
      own.unref();
      console.log(own.pid);
      process.disconnect();`;
    const end = await run(script);
    expect(end.exitCode).toBe(0);
    process.kill(Number(end.stdout), "SIGKILL");
  });

  test("ends the child and rejects when what it prints cannot be passed on", async () => {
    const failure = new Error("EPIPE");
    const running = run(LIVE, {
      onPiece: () => {
        throw failure;
      },
    });
    await expect(running).rejects.toBe(failure);
  });

  test("rejects when the child cannot be started", async () => {
    await expect(run("", { cwd: "/no/such/folder" })).rejects.toThrow("ENOENT");
  });
});
