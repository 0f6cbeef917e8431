import { describe, expect, test } from "vitest";
import { messageLine } from "../../../src/pipes/pipes-message.ts";

describe("messageLine", () => {
  test("is the message on one line, in the version of the protocol", () => {
    expect(messageLine("log", { message: "a\nb", level: "INFO" })).toBe(
      '{"__dagster_pipes_version":"0.1","method":"log","params":{"message":"a\\nb","level":"INFO"}}\n',
    );
  });

  test("is ASCII, and the same text when it is read", () => {
    const message = "größer 😀 \u2028 \u007F";
    const line = messageLine("log", { message, level: "INFO" });
    expect(line).toMatch(/^[\n\u0020-\u007E]*$/);
    expect(JSON.parse(line)).toMatchObject({ params: { message } });
  });

  test("replaces half of a character", () => {
    expect(JSON.parse(messageLine("log", { message: "a\uD83D", level: "INFO" }))).toMatchObject({ params: { message: "a\uFFFD" } });
  });
});
