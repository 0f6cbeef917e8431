import { expect, test } from "vitest";
import { z } from "zod";
import { readGraphqlReply } from "../../../src/graphql/read-graphql-reply.ts";

const asked = { url: "http://dagster.test", operation: "FloeThing", mask: (text: string) => text.replaceAll("correct-horse", "[secret]") };
const schema = z.object({ thing: z.object({ __typename: z.literal("Thing"), value: z.number() }) }).transform(({ thing }) => thing.value);

function failureOf(json: unknown, status = 200): unknown {
  try {
    return readGraphqlReply(json, schema, { asked, status });
  } catch (error) {
    return error;
  }
}

test("readGraphqlReply gives the operation's result", () => {
  expect(readGraphqlReply({ data: { thing: { __typename: "Thing", value: 1 } }, errors: null }, schema, { asked, status: 200 })).toBe(1);
});

test("readGraphqlReply takes a PythonError for the server's, without its stack, and says what is at its root", () => {
  const errorChain = [{ error: { className: "KeyError", message: "KeyError: 'correct-horse'\n" } }];
  const thing = { __typename: "PythonError", className: "Outer", message: "Outer: wrapped", stack: ["File private.py"], errorChain };
  const failure = failureOf({ data: { thing } }, 500);
  expect(failure).toMatchObject({ code: "FLOE_DAGSTER_SERVER", className: "Outer", status: 500, message: expect.stringContaining("KeyError: '[secret]'") });
  expect(JSON.stringify(failure)).not.toContain("private.py");
});

test("readGraphqlReply takes an UnauthorizedError for a refusal, also where the answer is no union", () => {
  const hint = expect.stringContaining("read-only");
  expect(failureOf({ data: { thing: { __typename: "UnauthorizedError", message: "no" } } })).toMatchObject({ code: "FLOE_DAGSTER_AUTHENTICATION", hint, message: expect.stringContaining("does not permit it: no") });
  const message = "Boolean cannot represent a non boolean value: <GrapheneUnauthorizedError instance>";
  expect(failureOf({ data: null, errors: [{ message }] }, 500)).toMatchObject({ code: "FLOE_DAGSTER_AUTHENTICATION", hint });
});

test("readGraphqlReply takes top-level errors for the server's, with data or without", () => {
  const errors = [{ message: "Cannot query field" }, { message: "Unknown argument" }];
  const expected = { code: "FLOE_DAGSTER_SERVER", status: 400, className: null, message: expect.stringContaining("Cannot query field\nUnknown argument") };
  expect(failureOf({ errors }, 400)).toMatchObject(expected);
  expect(failureOf({ data: { thing: { __typename: "Thing", value: 1 } }, errors }, 400)).toMatchObject(expected);
});

test("readGraphqlReply leaves out a stack that Dagster wrote into a message", () => {
  const failure = failureOf({ errors: [{ message: "Failure loading shop\nStack Trace:\n  File private.py" }] }, 500);
  expect(failure).toMatchObject({ message: expect.stringMatching(/: Failure loading shop$/) });
});

test("readGraphqlReply shows what it got in place of what it knows", () => {
  expect(failureOf({ data: { thing: { __typename: "Other", value: 1 } } })).toMatchObject({ code: "FLOE_DAGSTER_REPLY", message: expect.stringContaining('thing.__typename is "Other"') });
  expect(failureOf({ data: { thing: null } })).toMatchObject({ message: expect.stringContaining("thing is null") });
  expect(failureOf({ data: {} })).toMatchObject({ message: expect.stringContaining("thing is missing") });
  expect(failureOf({})).toMatchObject({ message: expect.stringContaining("data is missing") });
});

test("readGraphqlReply refuses JSON that is not GraphQL's", () => {
  expect(failureOf([1])).toMatchObject({ code: "FLOE_DAGSTER_REPLY", message: expect.stringContaining("not GraphQL's") });
});
