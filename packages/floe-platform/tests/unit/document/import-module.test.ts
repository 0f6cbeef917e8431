import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { importModule } from "../../../src/document/import-module.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe("importModule", () => {
  test.each([
    ["a module.mjs", "export default "],
    ["floe.cjs", "module.exports = "],
  ])("importModule imports %s anew once its text has changed", async (name, head) => {
    const file = path.join(temporaryFolder(), name);
    const importText = async (text: string): Promise<unknown> => {
      writeFileSync(file, text);
      return Reflect.get(await importModule(file, text), "default");
    };
    const first = await importText(`${head}{ edit: 1 };`);
    expect(first).toEqual({ edit: 1 });
    expect(await importText(`${head}{ edit: 2 };`)).toEqual({ edit: 2 });
  });

  test("importModule rejects with what the module throws", async () => {
    const text = "throw new Error('no luck');";
    const folder = temporaryFolder({ "floe.mjs": text });
    await expect(importModule(path.join(folder, "floe.mjs"), text)).rejects.toThrow("no luck");
  });
});
