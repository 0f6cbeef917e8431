import { describe, expect, test } from "vitest";
import { z } from "zod";
import { askSchema } from "../../../src/config/ask-schema.ts";

const answering = (result: unknown): unknown => ({ safeParse: () => result });

describe("askSchema", () => {
  test("askSchema gives the schema's output", () => {
    expect(askSchema(z.object({ a: z.number().default(1) }), {})).toEqual({ config: { a: 1 } });
  });

  test("askSchema gives the schema's issues", () => {
    expect(askSchema(z.object({ a: z.number() }), {})).toMatchObject({ issues: [{ path: ["a"] }] });
  });

  test("askSchema calls safeParse once, on the schema, with the input", () => {
    const calls: unknown[][] = [];
    const schema = {
      safeParse(...args: unknown[]) {
        calls.push([this, ...args]);
        return { success: true, data: {} };
      },
    };
    const input = { a: 1 };
    expect(askSchema(schema, input)).toEqual({ config: {} });
    expect(calls).toEqual([[schema, input]]);
  });

  test.each<[string, unknown, string]>([
    ["null", null, "it has no safeParse()"],
    ["an object without safeParse", {}, "it has no safeParse()"],
    ["a promise", answering(Promise.resolve({ success: true, data: {} })), "its safeParse() is asynchronous"],
    ["nothing", answering(undefined), "its safeParse() answers neither data nor issues"],
    ["no verdict", answering({ data: {} }), "its safeParse() answers neither data nor issues"],
    ["no issues", answering({ success: false, error: { issues: [] } }), "its safeParse() answers neither data nor issues"],
    ["issues that are no list", answering({ success: false, error: { issues: "bad" } }), "its safeParse() answers neither data nor issues"],
    ["a list", answering({ success: true, data: [] }), "it yields array instead of a plain object"],
    ["a class instance", answering({ success: true, data: new Date(0) }), "it yields object instead of a plain object"],
    ["no data", answering({ success: true }), "it yields undefined instead of a plain object"],
  ])("askSchema finds the schema at fault for %s", (_, schema, fault) => {
    expect(askSchema(schema, {})).toEqual({ fault });
  });

  test("askSchema finds an asynchronous zod schema at fault", () => {
    const schema = z.object({ a: z.string().refine(async () => Promise.resolve(true)) });
    expect(askSchema(schema, { a: "x" })).toMatchObject({ fault: expect.stringContaining("its safeParse() threw: ") as string });
  });

  test("askSchema keeps a rejected promise from ending the process", async () => {
    const rejected = Promise.reject(new Error("no"));
    expect(askSchema(answering(rejected), {})).toEqual({ fault: "its safeParse() is asynchronous" });
    await expect(rejected).rejects.toThrow("no");
  });

  test("askSchema says what a schema threw, unless that quotes the input", () => {
    const throwing = {
      safeParse: (input: { token: string }) => {
        throw new Error(`cannot read ${input.token}`);
      },
    };
    expect(askSchema(throwing, { token: "hunter22" })).toEqual({ fault: "its safeParse() threw" });
    expect(askSchema(throwing, { other: "hunter22" })).toEqual({ fault: "its safeParse() threw: cannot read undefined" });
  });

  test("askSchema copies and freezes the schema's output", () => {
    const data = { list: [1] };
    const answer = askSchema(answering({ success: true, data }), {});
    expect(answer).toEqual({ config: data });
    expect("config" in answer && Object.isFrozen(answer.config.list)).toBe(true);
    expect(Object.isFrozen(data.list)).toBe(false);
  });

  test("askSchema finds a schema at fault whose result cannot be read", () => {
    const hostile = {
      get token(): string {
        throw new Error("no token");
      },
    };
    expect(askSchema(answering({ success: true, data: hostile }), {})).toEqual({ fault: "its result cannot be read: no token" });
  });
});
