import { describe, expect, test } from "vitest";
import { nameJob } from "../../../src/naming/name-job.ts";

describe("nameJob", () => {
  test("maps the product's name by the one rule", () => {
    expect(nameJob("my-shop", new Map())).toEqual({ job: "my_shop", problems: [] });
  });

  test("refuses the name of a step, as Dagster does", () => {
    const { problems } = nameJob("my-shop", new Map([["my_shop", "my_shop"]]));
    expect(problems).toMatchObject([{ transform: "my_shop", value: "my-shop", remedy: "Give the product or the transform another name." }]);
  });

  test("refuses a reserved word", () => {
    expect(nameJob("import", new Map()).problems).toMatchObject([{ transform: null, value: "import", remedy: "Give the product another name." }]);
  });
});
