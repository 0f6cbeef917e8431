/** Builds every package in the order of their dependencies; what did not change comes from turbo's local cache. */
import { spawnSync } from "node:child_process";
import { publicPackages, root } from "../shared/workspace.mjs";
import { removeStaleOutput } from "./stale-output.mjs";

const { status, error } = spawnSync("turbo", ["run", "build", "--output-logs=errors-only"], {
  cwd: root,
  stdio: "inherit",
  // A build tells nobody that it ran.
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  shell: process.platform === "win32",
});
if (error !== undefined) throw error;
for (const { dir } of publicPackages()) removeStaleOutput(dir);
process.exitCode = status ?? 1;
