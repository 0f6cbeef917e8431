import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { isPluginError } from "floe-core";
import { afterEach, describe, expect, test, vi } from "vitest";
import { findSecret } from "../../src/find-secrets.ts";
import { readVariables, type SecretsPlace } from "../../src/read-variables.ts";
import { storeSecret } from "../../src/store-secret.ts";
import { caught } from "../support/caught.ts";
import { secretsPlace } from "../support/secrets-place.ts";

const textOf = ({ baseDir }: SecretsPlace, file = ".env") => readFile(path.join(baseDir, file), "utf8");

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("storeSecret", () => {
  test("adds a new key under the variable it stands for, to the first file alone", async () => {
    const place = await secretsPlace({ "1.env": "# mine\nA=1\n", "2.env": "B=2\n" });
    await storeSecret(place, "warehouse/password", "hunter2");
    expect(await textOf(place, "1.env")).toBe("# mine\nA=1\nWAREHOUSE_PASSWORD='hunter2'\n");
    expect(await textOf(place, "2.env")).toBe("B=2\n");
  });

  test("replaces a key under the name by which it is found, in whichever file", async () => {
    const place = await secretsPlace({ "1.env": null, "2.env": "db.password=old\n" });
    await storeSecret(place, "db.password", "new");
    expect(await textOf(place, "1.env")).toBe("db.password='new'\n");
    expect((await readVariables(place)).all.get("db.password")).toBe("new");
  });

  test("never changes the environment, and refuses what the environment would hide", async () => {
    vi.stubEnv("FLOE_TEST_TOKEN", "theirs");
    const place = await secretsPlace({ ".env": "" });
    expect(await caught(() => storeSecret(place, "token", "hunter2"))).toMatchObject({
      code: "FLOE_SECRETS_HIDDEN",
      message: 'Cannot store secret "token": the environment variable FLOE_TEST_TOKEN would win over it',
    });
    expect(process.env["FLOE_TEST_TOKEN"]).toBe("theirs");
    expect(await textOf(place)).toBe("");
  });

  test("refuses without a file, with the remedy, and a bad key before anything else", async () => {
    const place = await secretsPlace({});
    expect(await caught(() => storeSecret(place, "token", "hunter2"))).toMatchObject({
      code: "FLOE_SECRETS_READ_ONLY",
      message: 'Cannot store secret "token": no file is configured to hold it',
      hint: expect.stringContaining("`files`"),
    });
    expect(await caught(() => storeSecret(place, "a b", "hunter2"))).toMatchObject({ code: "FLOE_SECRETS_KEY" });
  });

  test("says that the folder cannot be written to, and never the value", async () => {
    const place = await secretsPlace({ "none/.env": null });
    const error = await caught(() => storeSecret(place, "token", "hunter2"));
    expect(error).toMatchObject({
      code: "FLOE_SECRETS_FILE",
      message: expect.stringContaining(`Cannot store secret "token": ${path.join(place.baseDir, "none/.env")} cannot be replaced: ENOENT`),
    });
    expect(JSON.stringify(error)).not.toContain("hunter2");
  });

  test("refuses to write over a file that it could not read", async () => {
    const place = await secretsPlace({ ".env": "A=1\nsomething else\n" });
    expect(await caught(() => storeSecret(place, "token", "hunter2"))).toMatchObject({ code: "FLOE_SECRETS_SYNTAX" });
    expect(await readdir(place.baseDir)).toEqual([".env"]);
  });

  test("rejects with the signal's reason and writes nothing", async () => {
    const place = await secretsPlace({ ".env": "A=1\n" });
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(storeSecret(place, "a", "2", signal)).rejects.toThrow("enough");
    await expect(storeSecret({ ...place, config: { ...place.config, files: [] } }, "a", "2", signal)).rejects.toThrow("enough");
    expect(await textOf(place)).toBe("A=1\n");
  });

  test("gives every value back unchanged, or refuses it, names no value and changes nothing", async () => {
    const place = await secretsPlace({ ".env": null });
    const file = path.join(place.baseDir, ".env");
    const special = fc.constantFrom("'", '"', "`", "#", "\n", "\r", "\\", "$", "=", " ", "\\n", "${HOME}", "ü", "\u{1F511}", "\uD800");
    const value = fc.string({ unit: fc.oneof(special, fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 })) });
    const keys = fc.constantFrom("a", "b/c", "d-e", "f.g");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(keys, value), { minLength: 1, maxLength: 4 }), async (steps) => {
        await rm(file, { force: true });
        const expected = new Map<string, string>();
        for (const [key, next] of steps) {
          try {
            await storeSecret(place, key, next);
            expected.set(key, next);
          } catch (error) {
            if (!isPluginError(error)) throw error;
            expect(error.code).toBe("FLOE_SECRETS_VALUE");
            expect(error.cause).toBeUndefined();
            expect(error.message).toBe(`Cannot store secret "${key}": no way of quoting keeps the value as it is in ${file}`);
          }
          const variables = await readVariables(place);
          for (const [known, stored] of expected) expect(findSecret(known, variables)).toBe(stored);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test("makes a missing optional file, and touches no other in its folder", async () => {
    const place = await secretsPlace({ "folder/.env": null });
    await mkdir(path.join(place.baseDir, "folder"));
    await writeFile(path.join(place.baseDir, "folder/.env.tmp"), "theirs");
    await storeSecret(place, "token", "hunter2");
    expect((await readdir(path.join(place.baseDir, "folder"))).sort()).toEqual([".env", ".env.tmp"]);
  });
});
