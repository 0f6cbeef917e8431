import { realpathSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { resolveFloeCli } from "../../../src/step/resolve-floe-cli.ts";
import { stepFolder } from "../../support/step-folder.ts";
import { tempFolder } from "../../support/temp-folder.ts";

describe("resolveFloeCli", () => {
  test("is the script that the package of the product names, though its manifest is not exported", async () => {
    const { root } = await stepFolder("");
    expect(resolveFloeCli(root, "daily")).toBe(path.join(realpathSync(root), "node_modules/floe-cli/bin/floe.js"));
  });

  test("says what to do where the product has none", async () => {
    // An empty package, for Node may know of another floe-cli from its own settings.
    const root = await tempFolder({ "node_modules/floe-cli/package.json": '{"exports":{}}' });
    expect(() => resolveFloeCli(root, "daily")).toThrow(
      expect.objectContaining({
        message: `Cannot start step "daily": floe-cli was not found from ${root}`,
        hint: expect.stringContaining('Add "floe-cli" to the dependencies') as string,
      }),
    );
  });

  test("takes no other package for it", async () => {
    const root = await tempFolder({
      "node_modules/floe-cli/package.json": JSON.stringify({ name: "something-else", main: "index.js", bin: { floe: "x.js" } }),
      "node_modules/floe-cli/index.js": "",
    });
    expect(() => resolveFloeCli(root, "daily")).toThrow("floe-cli was not found");
  });
});
