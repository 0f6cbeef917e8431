import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/*
 * A real Dagster for one test: webserver and, if wanted, daemon, on a free loopback port, with an instance of its own.
 * Both are the heads of process groups of their own, so that what they start ends with them.
 */

/** How a Dagster is started. */
export interface DagsterServerOptions {
  /** The instance's folder is made in it: a temporary folder of the test. */
  readonly folder: string;
  /** The workspace file. Relative paths in it are relative to its folder, which is also where the processes run. */
  readonly workspace: string;
  /** The folder with the commands of the Python environment: `inject("python").bin`. */
  readonly python: string;
  /** Of the webserver, where it has to be known beforehand: {@link freePort} finds one. Default: a free one. */
  readonly port?: number;
  /** Without it runs stay in the queue. Default: false. */
  readonly daemon?: boolean;
  /** More of the instance's settings. Telemetry is always off. */
  readonly dagsterYaml?: string;
  /** More arguments of the webserver, such as `--read-only`. */
  readonly webserverArguments?: readonly string[];
  /** More environment variables of both. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface DagsterServer extends AsyncDisposable {
  readonly url: string;
  /** DAGSTER_HOME. */
  readonly home: string;
  /** Kills the webserver. The daemon, and runs that the daemon started, go on. */
  killWebserver(): Promise<void>;
  /** Starts a webserver anew on the same port, after killing the one that is there. */
  restartWebserver(): Promise<void>;
  /** Ends every process, and waits for it. Safe twice. */
  stop(): Promise<void>;
  /** What the processes have written, for messages of failing tests. */
  logs(): string;
}

const READY_MS = 90_000;
const GRACE_MS = 10_000;

/** Starts a Dagster and resolves once its webserver answers. */
export async function startDagster(options: DagsterServerOptions): Promise<DagsterServer> {
  const { folder, workspace, python, daemon = false, dagsterYaml = "", webserverArguments = [], env = {} } = options;
  const home = path.join(folder, "dagster-home");
  await mkdir(home, { recursive: true });
  await writeFile(path.join(home, "dagster.yaml"), `telemetry:\n  enabled: false\n${dagsterYaml}`);
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const written: string[] = [];
  const start = (command: string, args: readonly string[]): ProcessGroup =>
    new ProcessGroup(path.join(python, command), [...args, "-w", workspace], {
      cwd: path.dirname(workspace),
      env: { ...process.env, PATH: `${python}${path.delimiter}${process.env["PATH"] ?? ""}`, DAGSTER_HOME: home, DAGSTER_DISABLE_TELEMETRY: "yes", ...env },
      written,
    });
  const startWebserver = (): ProcessGroup => start("dagster-webserver", ["-h", "127.0.0.1", "-p", String(port), ...webserverArguments]);
  const logs = (): string => written.join("");
  let webserver = startWebserver();
  // After the webserver is there: two processes that make the instance's tables at once get in each other's way.
  let daemonProcess: ProcessGroup | undefined;
  const stop = async (): Promise<void> => {
    await Promise.all([webserver.stop(), daemonProcess?.stop()]);
  };
  try {
    await ready(url, webserver, logs);
    if (daemon) daemonProcess = start("dagster-daemon", ["run"]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    home,
    logs,
    stop,
    killWebserver: () => webserver.kill(),
    restartWebserver: async () => {
      await webserver.kill();
      webserver = startWebserver();
      await ready(url, webserver, logs);
    },
    [Symbol.asyncDispose]: stop,
  };
}

class ProcessGroup {
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;

  constructor(command: string, args: readonly string[], options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly written: string[] }) {
    const { cwd, env, written } = options;
    this.#child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.setEncoding("utf8").on("data", (text: string) => written.push(text));
    this.#closed = once(this.#child, "exit").catch((error: unknown) => written.push(String(error)));
    // However the test ends: a detached group outlives its parent.
    process.once("exit", this.#killGroup);
  }

  get hasExited(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined;
  }

  /** Asks first: Dagster's servers stop the processes that they started. */
  async stop(): Promise<void> {
    if (!this.hasExited) {
      this.#signal("SIGINT");
      await Promise.race([this.#closed, sleep(GRACE_MS, undefined, { ref: false })]);
    }
    await this.kill();
  }

  async kill(): Promise<void> {
    this.#killGroup();
    await this.#closed;
    process.removeListener("exit", this.#killGroup);
  }

  readonly #killGroup = (): void => {
    this.#signal("SIGKILL");
  };

  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.#child;
    try {
      if (pid !== undefined) process.kill(-pid, signal);
    } catch (error) {
      // ESRCH: nobody of the group is left, which is what was wanted.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

async function ready(url: string, webserver: ProcessGroup, logs: () => string): Promise<void> {
  const end = Date.now() + READY_MS;
  for (;;) {
    try {
      const response = await fetch(`${url}/server_info`, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
    } catch {
      // Not yet.
    }
    if (webserver.hasExited) throw new Error(`Cannot start dagster-webserver: it has ended\n${logs()}`);
    if (Date.now() > end) throw new Error(`Cannot start dagster-webserver: it does not answer within ${READY_MS} ms\n${logs()}`);
    await sleep(200);
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("Cannot find a free port");
  return address.port;
}
