import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { killTree } from "../../../../src/contract/package/kill-tree.ts";

test.skipIf(process.platform === "win32")("killTree ends a process and what it started, and is safe once they are gone", async () => {
  const child = spawn("sh", ["-c", "sleep 60 & sleep 60"], { detached: true, stdio: ["ignore", "pipe", "ignore"] });
  await once(child, "spawn");
  const closed = once(child, "close");
  killTree(child);
  // It is closed only when nobody holds its output any more.
  expect(await closed).toEqual([null, "SIGKILL"]);
  expect(() => killTree(child)).not.toThrow();
});
