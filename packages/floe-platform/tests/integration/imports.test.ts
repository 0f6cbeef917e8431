import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** Whether a process has loaded YAML's parser after it imported floe-platform and ran `code`. */
function loadsYaml(code: string): boolean {
  const script = `import { createRequire } from "node:module";
    import * as platform from "floe-platform";
    ${code}
    console.log(Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes("/yaml/")));`;
  const options = { cwd: import.meta.dirname, encoding: "utf8" } as const;
  return execFileSync(process.execPath, ["--input-type=module", "--eval", script], options).trim() === "true";
}

test("floe-platform loads a YAML parser when a product is loaded, and not before", () => {
  expect(loadsYaml("")).toBe(false);
  expect(loadsYaml('await platform.loadPlatform("missing.yaml").catch(() => {});')).toBe(true);
});
