import { describe, expect, test } from "vitest";
import { packCommand } from "../../../../src/contract/package/pack-command.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";

describe("packCommand", () => {
  test.each([
    [{ "pnpm-lock.yaml": "" }, "pnpm", ["pack", "--config.ignore-scripts=true", "--pack-destination", "/to"]],
    [{ "package-lock.json": "{}" }, "npm", expect.arrayContaining(["pack", "--ignore-scripts", "--pack-destination", "/to"])],
    [{ "x.txt": "" }, "npm", expect.arrayContaining(["--ignore-scripts"])],
  ])("packCommand packs beside %j with %s, and runs no scripts", async (files, command, args) => {
    using project = createTempProject({ files: { ...files, "packages/a/package.json": "{}" } });
    expect(await packCommand(`${project.path}/packages/a`, "/to")).toMatchObject({ command, args });
  });

  test("packCommand asks Yarn itself only where it knows workspaces, and npm for the old one", async () => {
    using berry = createTempProject({ manifest: { packageManager: "yarn@4.9.0" } });
    expect(await packCommand(berry.path, "/to")).toMatchObject({ command: "yarn", args: ["pack", "--out", "/to/package.tgz"] });
    using classic = createTempProject({ manifest: { packageManager: "yarn@1.22.0" } });
    expect(await packCommand(classic.path, "/to")).toMatchObject({ command: "npm" });
  });

  test("packCommand reaches a pnpm that is not installed through npx, in the version that is pinned", async () => {
    using project = createTempProject({ manifest: { packageManager: "pnpm@10.1.0" } });
    const { otherwise } = await packCommand(project.path, "/to");
    expect(otherwise).toMatchObject({ command: "npx", args: expect.arrayContaining(["--prefer-offline", "pnpm@10.1.0", "pack"]) });
  });
});
