import { delimiter, join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { packPackage } from "../../../../src/contract/package/pack-package.ts";
import { createTempProject, type TempProject } from "../../../../src/temp-project/create-temp-project.ts";

/** Packs a package where `npm` is this script. */
async function packWith(script: string, options: { readonly limitMs?: number; readonly signal?: AbortSignal } = {}): Promise<string> {
  using project: TempProject = createTempProject({ files: { "to/x": { directory: true } } });
  const npm = project.write("bin/npm", `#!/bin/sh\n${script}\n`);
  const { chmodSync } = await import("node:fs");
  chmodSync(npm, 0o755);
  vi.stubEnv("PATH", [join(project.path, "bin"), process.env["PATH"]].join(delimiter));
  const { limitMs = 10_000, signal = new AbortController().signal } = options;
  return await packPackage(project.path, { to: join(project.path, "to"), limitMs, signal });
}

describe.skipIf(process.platform === "win32")("packPackage", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test("packPackage resolves with the tarball", async () => {
    expect(await packWith("touch made-1.0.0.tgz")).toMatch(/to.made-1\.0\.0\.tgz$/);
  });

  test("packPackage says what the package manager said", async () => {
    await expect(packWith("echo no name >&2; exit 1")).rejects.toThrow("npm pack failed: no name");
    await expect(packWith("exit 0")).rejects.toThrow("npm pack made no tarball");
  });

  test("packPackage waits no longer than its limit", async () => {
    await expect(packWith("exec sleep 60", { limitMs: 200 })).rejects.toThrow("did not end within 0 s");
  });

  test("packPackage is given up at its signal", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(packWith("exec sleep 60", { signal })).rejects.toThrow("enough");
  });
});
