import { readFileSync } from "node:fs";
import path from "node:path";
import { createPlatformSchema } from "floe-platform";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { schemaCommand } from "../../../src/commands/schema-command.ts";
import { contextOf } from "../../support/context.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

vi.mock("floe-platform", { spy: true });

const schema = { type: "object" };
const skipped = [{ key: "floe.dbt:core" as const, reason: "its schema is none" }];

beforeEach(() => {
  vi.mocked(createPlatformSchema).mockReset().mockResolvedValue({ schema, skipped });
});

describe("schemaCommand", () => {
  test("schemaCommand prints the schema, and on standard error what it does not describe", async () => {
    const context = contextOf({ cwd: "/app" });
    expect(await schemaCommand({ output: undefined }, context)).toBe(0);
    expect(JSON.parse(context.host.out())).toEqual(schema);
    expect(context.host.err()).toBe("not described: floe.dbt:core: its schema is none\n");
    expect(vi.mocked(createPlatformSchema)).toHaveBeenCalledWith({ cwd: "/app", logger: context.logger });
  });

  test("schemaCommand writes it to a file and prints its path", async () => {
    const context = contextOf({ cwd: temporaryFolder(), quiet: true });
    expect(await schemaCommand({ output: "s.json" }, context)).toBe(0);
    const file = path.join(context.options.cwd, "s.json");
    expect(context.host.out()).toBe(`${file}\n`);
    expect(context.host.err()).toBe("");
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(schema);
  });

  test("schemaCommand gives up when the signal is aborted, although loading takes no notice of it", async () => {
    vi.mocked(createPlatformSchema).mockReturnValue(new Promise(() => {}));
    const reason = new Error("interrupted");
    await expect(schemaCommand({ output: undefined }, contextOf({}, AbortSignal.abort(reason)))).rejects.toBe(reason);
  });

  test("schemaCommand puts both into its document", async () => {
    const context = contextOf({ json: true });
    await schemaCommand({ output: undefined }, context);
    expect(JSON.parse(context.host.out())).toEqual({ version: "1.0", command: "schema", ok: true, schema, skipped });
  });
});
