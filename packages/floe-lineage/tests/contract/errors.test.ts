import * as lineage from "floe-lineage";
import { expect, test } from "vitest";

/* Written out by hand: callers switch on the codes and read the fields, in processes and in JSON output. */
const PINS = {
  LineageSendError: {
    error: new lineage.LineageSendError({ target: "https://example.com", reason: "r", isPassing: true }),
    code: "FLOE_LINEAGE_SEND",
    fields: { target: "https://example.com", reason: "r", isPassing: true },
  },
  LineageTransportError: {
    error: new lineage.LineageTransportError({ transport: "http", reason: "r", hint: "h" }),
    code: "FLOE_LINEAGE_TRANSPORT",
    fields: { transport: "http" },
  },
};

test("these error classes are exported, and no other", () => {
  expect(Object.keys(lineage).filter((name) => name.endsWith("Error")).sort()).toEqual(Object.keys(PINS).sort());
});

test.each(Object.entries(PINS))("%s has its code and these fields, all of them in its JSON", (name, { error, code, fields }) => {
  expect(error.code).toBe(code);
  expect(JSON.parse(JSON.stringify(error))).toEqual({ name, code, message: error.message, hint: error.hint, ...fields });
});
