import { expect, test } from "vitest";
import { revealToken } from "../../../src/transport/lineage-token.ts";

test("revealToken takes a text or a secret", () => {
  expect(revealToken("abc")).toBe("abc");
  expect(revealToken({ reveal: () => "hidden" })).toBe("hidden");
});
