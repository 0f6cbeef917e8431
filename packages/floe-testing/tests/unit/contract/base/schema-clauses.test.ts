import { secret } from "floe-core/config";
import { expect, test } from "vitest";
import { answering, withSchema } from "../../../../src/broken/configured-compute.ts";
import { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { tryClause } from "../../../support/try-clause.ts";

const HAS = "configuration/has-a-schema-or-null";
const PURE = "configuration/schema-has-no-side-effects";

/** A schema that accepts nothing but `{}`, and makes of it what it is told. */
function making(data: () => unknown): new () => SoundCompute {
  return answering((input) => {
    const isObject = typeof input === "object" && input !== null && !Array.isArray(input);
    if (isObject && Object.keys(input).length === 0) return { success: true, data: data() };
    return { success: false, error: { issues: [{ path: [], message: "no" }] } };
  });
}

test(`${HAS} is content with null, and everything about schemas is skipped then`, async () => {
  expect(await tryClause(HAS, SoundCompute)).toMatchObject({ result: "kept" });
  expect(await tryClause(PURE, SoundCompute)).toEqual({ result: "skipped", reason: "it takes no configuration" });
});

test(`${HAS} takes a function with a safeParse for a schema, as floe-core does`, async () => {
  const schema = Object.assign(() => {}, { safeParse: () => ({ success: true, data: {} }) });
  expect(await tryClause(HAS, withSchema(schema))).toMatchObject({ result: "kept" });
});

test.each([
  ["nothing", {}, "[]"],
  ["success without data", { success: true }, '["success"]'],
  ["a refusal without issues", { success: false, error: { issues: [] } }, '["success","error"]'],
])(`${HAS} is broken by a schema that answers with %s`, async (_, answer, found) => {
  const { result, reason } = await tryClause(HAS, answering(() => answer));
  expect([result, reason]).toEqual(["broken", expect.stringContaining(`safeParse answered with ${found}`)]);
});

test("configuration/schema-does-not-throw is broken by what nobody should ask, and someone will", async () => {
  const naive = answering((input) => ({ success: true, data: { ...(input as object), first: (input as { readonly a?: string }).a } }));
  expect(await tryClause("configuration/schema-does-not-throw", naive)).toMatchObject({
    result: "broken",
    reason: expect.stringContaining("safeParse threw: Cannot read properties of undefined") as string,
  });
});

test.each([
  ["null", () => null, "null"],
  ["a list", () => [], "a list"],
  ["a date", () => new Date(0), "an instance of Date"],
  ["a map", () => new Map(), "an instance of Map"],
  ["a number", () => 4, "a number"],
  ["an object of a prototype without a name", () => Object.create(Object.create(Object.create(null) as object) as object) as object, "an instance of a class"],
])("configuration/schema-makes-an-object is broken by a schema that makes %s", async (_, data, found) => {
  expect(await tryClause("configuration/schema-makes-an-object", making(data))).toEqual({
    result: "broken",
    reason: `safeParse makes ${found} of a configuration`,
  });
});

test("configuration/schema-makes-an-object is content with an object that has no prototype", async () => {
  expect(await tryClause("configuration/schema-makes-an-object", making(() => Object.create(null)))).toMatchObject({ result: "kept" });
});

test(`${PURE} is kept by a schema that transforms, hides and makes functions`, async () => {
  const data = (): object => ({ at: new Date(0), token: secret().parse("correct horse"), retry: () => 1 });
  expect(await tryClause(PURE, making(data))).toEqual({ result: "kept", reason: "" });
});

test(`${PURE} is broken by a schema that makes something else each time`, async () => {
  let count = 0;
  expect(await tryClause(PURE, making(() => ({ id: (count += 1) })))).toEqual({
    result: "broken",
    reason: "safeParse makes something else of the same configuration each time",
  });
});

test(`${PURE} is broken by a schema that changes its mind`, async () => {
  let count = 0;
  const fickle = answering(() => {
    count += 1;
    return count % 2 === 0 ? { success: true, data: {} } : { success: false, error: { issues: [{ path: [], message: "no" }] } };
  });
  expect(await tryClause(PURE, fickle)).toMatchObject({ result: "broken", reason: "safeParse answers otherwise when it is asked again" });
});

test(`${PURE} is broken by a schema that changes the environment`, async () => {
  let count = 0;
  const counting = making(() => {
    process.env["FLOE_TEST_SCHEMA"] = String((count += 1));
    return {};
  });
  expect(await tryClause(PURE, counting)).toEqual({ result: "broken", reason: "safeParse changes process.env.FLOE_TEST_SCHEMA" });
  Reflect.deleteProperty(process.env, "FLOE_TEST_SCHEMA");
});
