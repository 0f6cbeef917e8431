import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** Which of the two libraries a process has loaded after it imported floe-testing and ran `code`. */
function loadedAfter(code: string): unknown {
  const script = `import { createRequire } from "node:module";
    import * as testing from "floe-testing";
    ${code}
    const files = Object.keys(createRequire(import.meta.url).cache).join(" ");
    console.log(JSON.stringify(["@yarnpkg/pnp", "@sinonjs/fake-timers"].filter((name) => files.includes(name + "/"))));`;
  const options = { cwd: import.meta.dirname, encoding: "utf8" } as const;
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "--eval", script], options));
}

test("floe-testing loads Yarn's code and the fake timers when they are asked for, and not before", () => {
  const project = (layout: string): string => `testing.createTempProject({ layout: "${layout}" }).remove();`;
  expect(loadedAfter(`${project("pnpm-isolated")} await testing.createTestRegistry()[Symbol.asyncDispose]();`)).toEqual([]);
  expect(loadedAfter(project("yarn-pnp"))).toEqual(["@yarnpkg/pnp"]);
  expect(loadedAfter("testing.fakeClock()[Symbol.dispose]();")).toEqual(["@sinonjs/fake-timers"]);
});
