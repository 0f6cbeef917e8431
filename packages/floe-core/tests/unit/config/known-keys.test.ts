import { describe, expect, test } from "vitest";
import { z } from "zod";
import * as mini from "zod/mini";
import { z as z3 } from "zod/v3";
import { knownKeys } from "../../../src/config/known-keys.ts";

interface Tree {
  readonly left?: Tree | undefined;
}

const tree: z.ZodType<Tree> = z.lazy(() => z.object({ left: tree.optional() }));
const inner4 = z.strictObject({ b: z.string(), a: z.string() });
const inner3 = z3.object({ b: z3.string(), a: z3.string() }).strict();
const miniInner = mini.strictObject({ b: mini.string(), a: mini.string() });

describe("knownKeys", () => {
  test.each<[string, unknown, readonly PropertyKey[]]>([
    ["the object itself", inner4, []],
    ["a nested object", z.object({ x: inner4 }), ["x"]],
    ["optional", z.object({ x: inner4.optional() }), ["x"]],
    ["default", z.object({ x: inner4.default({ a: "", b: "" }) }), ["x"]],
    ["nullable inside of optional", z.object({ x: inner4.nullable().optional() }), ["x"]],
    ["readonly", inner4.readonly(), []],
    ["catch", inner4.catch({ a: "", b: "" }), []],
    ["a refinement", inner4.refine(() => true), []],
    ["a transformation", inner4.transform((value) => value.a), []],
    ["a preprocessing", z.preprocess((value) => value, inner4), []],
    ["a list", z.object({ x: z.array(inner4) }), ["x", 3]],
    ["a tuple", z.tuple([z.string(), inner4]), [1]],
    ["a record", z.record(z.string(), inner4), ["any"]],
    ["an intersection", z.intersection(z.object({ a: z.string() }), z.object({ b: z.string() })), []],
    ["a union", z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]), []],
    ["zod mini", mini.object({ x: mini.optional(miniInner) }), ["x"]],
    ["zod 3", inner3, []],
    ["zod 3 wrappers", z3.object({ x: inner3.optional().nullable().default(null) }), ["x"]],
    ["a zod 3 effect", inner3.transform((value) => value.a), []],
    ["a zod 3 list", z3.array(inner3), [0]],
    ["a zod 3 record", z3.record(inner3), ["any"]],
    ["a zod 3 tuple", z3.tuple([inner3]), [0]],
    ["a zod 3 pipeline", inner3.pipe(z3.any()), []],
  ])("knownKeys looks through %s", (_, schema, path) => {
    expect(knownKeys(schema, path)).toEqual(["a", "b"]);
  });

  test("knownKeys lists the keys of all members of a discriminated union", () => {
    const member = (type: string, key: string): z.ZodObject => z.object({ type: z.literal(type), [key]: z.string() });
    expect(knownKeys(z.discriminatedUnion("type", [member("x", "a"), member("y", "b")]), [])).toEqual(["a", "b", "type"]);
    const of3 = z3.discriminatedUnion("type", [
      z3.object({ type: z3.literal("x"), a: z3.string() }),
      z3.object({ type: z3.literal("y"), b: z3.string() }),
    ]);
    expect(knownKeys(of3, [])).toEqual(["a", "b", "type"]);
  });

  test("knownKeys follows a schema that contains itself", () => {
    expect(knownKeys(tree, ["left", "left"])).toEqual(["left"]);
  });

  test("knownKeys gives up on a schema that is nothing but itself", () => {
    const endless: z.ZodType = z.lazy(() => endless);
    expect(knownKeys(endless, [])).toEqual([]);
  });

  test.each<[string, unknown, readonly PropertyKey[]]>([
    ["a schema without keys", z.string(), []],
    ["a path that leads nowhere", inner4, ["c"]],
    ["an inherited name", inner4, ["constructor"]],
    ["a schema of another make", { safeParse: () => undefined }, ["x"]],
    ["what is no schema", null, []],
  ])("knownKeys knows none for %s", (_, schema, path) => {
    expect(knownKeys(schema, path)).toEqual([]);
  });
});
