import { expect, test } from "vitest";
import { Accepting, answering } from "../../../../src/broken/configured-compute.ts";
import { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { answerOf, ensureAccepted, noAnswer, refusalOf, schemaOf, shape } from "../../../../src/contract/base/ask-schema.ts";
import { NotOffered } from "../../../../src/contract/contract-breach.ts";

const schema = new Accepting().getConfigSchema();

test("schemaOf is the plugin's schema, and NotOffered where it has none", () => {
  expect(schemaOf(new Accepting())).toHaveProperty("safeParse");
  expect(() => schemaOf(new SoundCompute())).toThrow(NotOffered);
});

test("answerOf is whatever the schema answers, and undefined where it throws", () => {
  const throwing = new (answering(() => {
    throw new Error("broken schema");
  }))();
  expect(answerOf(schema, {})).toMatchObject({ success: true });
  expect(answerOf(schemaOf(throwing), {})).toBeUndefined();
});

test("refusalOf has the issues of what is refused, and asks with a copy", () => {
  const given: unknown[] = [];
  const asking = new (answering((input) => {
    given.push(input);
    return { success: true, data: {} };
  }))();
  const config = { files: ["a"] };
  expect(refusalOf(schemaOf(asking), config)).toBeUndefined();
  expect(given).toEqual([config]);
  expect(given[0]).not.toBe(config);
  expect(refusalOf(schema, { file: "a" })).toMatchObject([{ path: ["file"] }]);
});

test("shape names the keys of a configuration, and none of its values", () => {
  expect(shape({})).toBe("{}");
  expect(shape({ user: "ada", token: "correct horse" })).toBe("{ user, token }");
});

test("ensureAccepted puts every issue into words, with its field", () => {
  const issues = [{ path: ["files", 0], message: "is empty" }, { path: [], message: "is wrong" }];
  expect(() => ensureAccepted(issues, "{ files }")).toThrow("Its schema refuses { files }: files.0: is empty; (whole): is wrong");
  expect(() => ensureAccepted(undefined, "{ files }")).not.toThrow();
});

test("noAnswer says what was found and what an answer is", () => {
  expect(noAnswer('["valid"]').message).toBe(
    'safeParse answered with ["valid"], not with { success, data } or { success, error: { issues } }',
  );
});
