import type { SchemaIssue } from "floe-core";
import { expect, test } from "vitest";
import { Accepting, answering, WithToken } from "../../../../src/broken/configured-compute.ts";
import { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { TEST_SECRET } from "../../../../src/broken/token-schema.ts";
import { tryClause } from "../../../support/try-clause.ts";

const VALID = "configuration/accepts-what-is-valid";
const NAMES = "configuration/names-the-field";

/** A schema that accepts `{}`, and refuses everything else with these issues. */
function refusing(...issues: readonly (SchemaIssue & Readonly<Record<string, unknown>>)[]): new () => SoundCompute {
  return answering((input) => {
    const isEmpty = typeof input === "object" && input !== null && Object.keys(input).length === 0;
    return isEmpty ? { success: true, data: {} } : { success: false, error: { issues } };
  });
}

test(`${VALID} tries every configuration that is valid, and the unreachable one`, async () => {
  const declared = { valid: [{}, { files: ["a"] }] };
  expect(await tryClause(VALID, Accepting, declared)).toMatchObject({ result: "kept" });
  expect(await tryClause(VALID, Accepting, { valid: [{}, { url: "x" }] })).toEqual({
    result: "broken",
    reason: "Its schema refuses { url }, which is to be valid: url: there is no such setting",
  });
  expect(await tryClause(VALID, Accepting, { unreachable: { url: "x" } })).toMatchObject({ result: "broken" });
});

test(`${VALID} is broken by a plugin without a schema that is to take settings`, async () => {
  expect(await tryClause(VALID, SoundCompute, { valid: { threads: 4 } })).toEqual({
    result: "broken",
    reason: "It has no schema, and { threads } is to be valid",
  });
  expect(await tryClause(VALID, SoundCompute)).toMatchObject({ result: "skipped" });
});

test.each([
  ["its own issue", { path: ["threads"], message: "is wrong" }, "threads"],
  ["an issue inside of it", { path: ["files", 0], message: "is wrong" }, "files"],
  ["an unknown key, which zod names aside", { code: "unrecognized_keys", keys: ["threds"], path: [], message: "Unrecognized" }, "threds"],
] as const)(`${NAMES} is kept where the field has %s`, async (_, issue, field) => {
  expect(await tryClause(NAMES, refusing(issue), { invalid: [{ config: { [field]: 0 }, field }] })).toEqual({ result: "kept", reason: "" });
});

test.each([
  ["another field", { path: ["threads"], message: "is wrong" }, "threads"],
  ["a field that begins alike", { path: ["filesystem"], message: "is wrong" }, "filesystem"],
  ["the whole", { path: [], message: "is wrong" }, "the whole"],
] as const)(`${NAMES} is broken by a schema that names %s`, async (_, issue, named) => {
  const { result, reason } = await tryClause(NAMES, refusing(issue), { invalid: [{ config: { files: 0 }, field: "files" }] });
  expect([result, reason]).toEqual(["broken", `What is wrong with { files } is files, and its schema names ${named}`]);
});

test(`${NAMES} is content with any field where none is stated, but not with none`, async () => {
  const invalid = [{ files: 0 }];
  expect(await tryClause(NAMES, refusing({ path: ["any"], message: "no" }), { invalid })).toMatchObject({ result: "kept" });
  expect(await tryClause(NAMES, refusing({ path: [], message: "no" }), { invalid })).toMatchObject({
    result: "broken",
    reason: "What is wrong with { files } is in some field, and its schema names the whole",
  });
});

test("configuration/refuses-what-is-invalid says which configuration was accepted, without its values", async () => {
  const { reason } = await tryClause("configuration/refuses-what-is-invalid", Accepting, { invalid: [{ files: ["correct horse"] }] });
  expect(reason).toBe("Its schema accepts { files }, which is to be invalid");
});

test("configuration/accepts-what-its-schema-accepts tries the other valid configurations too", async () => {
  class Choosy extends Accepting {
    override configure(config: { readonly files: readonly string[] }): void {
      if (config.files.length > 1) throw new Error("one file at most");
      super.configure(config);
    }
  }
  const clause = "configuration/accepts-what-its-schema-accepts";
  expect(await tryClause(clause, Choosy, { valid: [{}, { files: ["a", "b"] }] })).toMatchObject({
    result: "broken",
    reason: expect.stringMatching(/^It refuses \{ files \}, which its schema accepts: .*one file at most/) as string,
  });
  expect(await tryClause(clause, SoundCompute)).toEqual({ result: "skipped", reason: "it takes no configuration" });
});

test("configuration/secrets-stay-secret is skipped where there is no secret", async () => {
  expect(await tryClause("configuration/secrets-stay-secret", Accepting)).toEqual({
    result: "skipped",
    reason: "no configuration that it was given holds a secret",
  });
});

test("configuration/secrets-stay-secret is kept by a plugin that hides its secret, and finds one in the configuration itself", async () => {
  const clause = "configuration/secrets-stay-secret";
  expect(await tryClause(clause, WithToken, { valid: { token: TEST_SECRET } })).toEqual({ result: "kept", reason: "" });
  expect(await tryClause(clause, Accepting, { valid: { files: [TEST_SECRET] }, secrets: [TEST_SECRET] })).toEqual({
    result: "broken",
    reason: "A secret can be read in the configuration itself",
  });
});

test("configuration/secrets-stay-secret finds what a hook prints, also by way of the console", async () => {
  class Telling extends WithToken {
    override startup(): void {
      console.log({ login: { token: (this.config as { token: { reveal(): string } }).token.reveal() } });
    }
  }
  const { reason } = await tryClause("configuration/secrets-stay-secret", Telling, { valid: { token: TEST_SECRET } });
  expect(reason).toBe("A secret can be read in what it prints");
});
