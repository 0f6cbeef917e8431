import { isPluginError } from "floe-core";
import { expect, test } from "vitest";
import { LineageTransportError } from "../../../src/errors/lineage-transport-error.ts";

test("LineageTransportError is a coded error that names the transport and the remedy", () => {
  const error = new LineageTransportError({ transport: "http", reason: "the url is no text", hint: "State url." });
  expect(isPluginError(error)).toBe(true);
  expect(error).toMatchObject({
    code: "FLOE_LINEAGE_TRANSPORT",
    message: 'Cannot set up lineage over "http": the url is no text',
    hint: "State url.",
    transport: "http",
  });
});
