import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

const workspace = path.resolve(import.meta.dirname, "../../../..");

/** Packages of the workspace as an application finds them: linked, built. */
const LINKED = {
  "floe-core": "packages/floe-core",
  "floe-duckdb-compute": "plugins/duckdb-compute",
  "floe-local-orchestrator": "plugins/local-orchestrator",
};

/** An application on disk. */
export interface TemporaryApp {
  readonly root: string;
  readonly path: (...parts: string[]) => string;
  readonly read: (file: string) => string;
}

/**
 * An application whose node_modules links to the workspace's plugins, beside packages of its own.
 *
 * @param files Path to text, in the application's folder.
 * @param packages Name of a package to its files.
 */
export function temporaryApp(
  files: Readonly<Record<string, string>>,
  packages: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): TemporaryApp {
  const root = mkdtempSync(path.join(tmpdir(), "floe-app-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const names = [...Object.keys(LINKED), ...Object.keys(packages)];
  const dependencies = Object.fromEntries(names.map((name) => [name, "*"]));
  mkdirSync(path.join(root, "node_modules"));
  for (const [name, folder] of Object.entries(LINKED)) {
    symlinkSync(path.join(workspace, folder), path.join(root, "node_modules", name));
  }
  write(root, { "package.json": JSON.stringify({ name: "app", version: "1.0.0", dependencies }), ...files });
  for (const [name, content] of Object.entries(packages)) write(path.join(root, "node_modules", name), content);
  return {
    root,
    path: (...parts) => path.join(root, ...parts),
    read: (file) => readFileSync(path.join(root, file), "utf8"),
  };
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/**
 * A compute plugin in plain JavaScript. It notes its start and stop in `journal.log` beside the platform
 * file, and what a transform does stands in its SQL: `wait` until it is interrupted, `ignore` even that,
 * `leak` a timer, `crash` behind everybody's back, `stall` without anything to wait for, or nothing at all.
 */
export const scriptedCompute: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({
    name: "scripted-compute",
    version: "1.0.0",
    type: "module",
    floe: { apiVersion: "1.0", computes: { scripted: "./plugin.js#ScriptedCompute" } },
  }),
  "plugin.js": `
import { appendFileSync } from "node:fs";
import path from "node:path";
import { ComputePlugin } from "floe-core";

export class ScriptedCompute extends ComputePlugin {
  isSelfHosted = true;
  note(text) {
    appendFileSync(path.join(this.baseDir, "journal.log"), text + "\\n");
  }
  startup({ logger }) {
    logger.info("scripted compute is up");
    this.note("startup");
  }
  shutdown() {
    this.note("shutdown");
  }
  generateDbtProfile() {
    return {};
  }
  getRequiredDbtPackages() {
    return [];
  }
  async validateConnection() {
    return { status: "healthy", latencyMs: 0, message: "", warnings: [], errors: [] };
  }
  getResourceRequirements() {
    throw new RangeError("none");
  }
  async openSession() {
    return {
      async execute() {},
      async query() {
        return [];
      },
      async *stream() {},
      async registerSource() {},
      async materialize({ name, sql }, { signal } = {}) {
        if (sql.includes("ignore")) console.error("making " + name);
        if (sql.includes("crash")) setTimeout(() => {
          throw new Error("crashed \\u001B[2J");
        });
        if (sql.includes("stall")) await new Promise(() => {});
        if (sql.includes("leak")) setInterval(() => {}, 1000);
        if (sql.includes("wait")) await new Promise((_, reject) => {
          const timer = setInterval(() => {}, 1000);
          if (sql.includes("ignore")) return;
          signal.addEventListener("abort", () => {
            clearInterval(timer);
            reject(signal.reason);
          });
        });
        return { rows: 1, columns: [{ name, type: "x" }] };
      },
      async close() {},
    };
  }
}
`,
};
