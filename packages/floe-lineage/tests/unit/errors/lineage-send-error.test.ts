import { isPluginError } from "floe-core";
import { expect, test } from "vitest";
import { LineageSendError } from "../../../src/errors/lineage-send-error.ts";

test("LineageSendError is a coded error that says where to, why, and whether it passes", () => {
  const error = new LineageSendError({ target: "http://h/", reason: "the server answered 503", isPassing: true });
  expect(isPluginError(error)).toBe(true);
  expect(error).toMatchObject({
    code: "FLOE_LINEAGE_SEND",
    message: "Cannot send lineage to http://h/: the server answered 503",
    target: "http://h/",
    isPassing: true,
  });
});
