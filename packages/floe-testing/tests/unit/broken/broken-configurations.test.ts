import { expect, test } from "vitest";
import { BROKEN_CONFIGURATIONS } from "../../../src/broken/broken-configurations.ts";
import { expectOutcomes } from "../../support/expect-outcomes.ts";
import { makeBroken } from "../../support/make-broken.ts";

expectOutcomes("BROKEN_CONFIGURATIONS", BROKEN_CONFIGURATIONS);

test("BROKEN_CONFIGURATIONS schema-changes-its-input writes into what it is given, if it can", () => {
  const schema = makeBroken(BROKEN_CONFIGURATIONS, "schema-changes-its-input").getConfigSchema();
  const input = { kept: true };
  expect(schema?.safeParse(input)).toMatchObject({ success: true });
  expect(input).toEqual({ kept: true, seen: true });
  expect(schema?.safeParse("")).toEqual({ success: true, data: {} });
});
