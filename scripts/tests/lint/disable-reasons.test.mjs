import { expect, test } from "vitest";
import { checkDisableReasons } from "../../lint/disable-reasons.mjs";

const off = "eslint-disable-next-line";
const expected = "@ts-expect-error";

test.each([
  [`// ${off} no-console`, 1],
  [`// ${off} no-console --`, 1],
  [`// ${off} no-console -- the reason`, 0],
  [`/* ${off} */`, 1],
  [`// ${expected}`, 1],
  [`// ${expected} the reason`, 0],
  [`const text = "${off}";`, 0],
])("checkDisableReasons(%j) finds %i", (line, count) => {
  expect(checkDisableReasons("a.ts", `\n${line}`)).toHaveLength(count);
});

test("checkDisableReasons names file and line", () => {
  expect(checkDisableReasons("a.ts", `\n// ${off} no-console`)).toEqual([`a.ts:2: ${off} without a reason`]);
});
