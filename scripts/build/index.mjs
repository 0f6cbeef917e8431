/** Builds every package in the order of their dependencies; what did not change comes from turbo's local cache. */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { filesBelow, publicPackages, root } from "../shared/workspace.mjs";

const OUTPUT = /\.(d\.ts|js)(\.map)?$/;

// The compiler leaves the output of sources that are gone, and it would be published.
for (const { dir } of publicPackages()) {
  for (const file of filesBelow(path.join(dir, "dist")).filter((name) => OUTPUT.test(name))) {
    if (!existsSync(path.join(dir, "src", file.replace(OUTPUT, ".ts")))) rmSync(path.join(dir, "dist", file));
  }
}

const { status, error } = spawnSync("turbo", ["run", "build", "--output-logs=errors-only"], {
  cwd: root,
  stdio: "inherit",
  // A build tells nobody that it ran.
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  shell: process.platform === "win32",
});
if (error !== undefined) throw error;
process.exitCode = status ?? 1;
