import { expect, test } from "vitest";
import { maskCredentials } from "../../../src/errors/mask-credentials.ts";

test("maskCredentials takes the quoted texts of a credential statement out of a message", () => {
  const sql = "CREATE SECRET s (TYPE s3, SECRET 'hunter2', KEY_ID 'hunter2more', REGION 'it''s')";
  expect(maskCredentials("hunter2more and hunter2 and it's are wrong", sql)).toBe("[secret] and [secret] and [secret] are wrong");
  expect(maskCredentials("cannot reach password=abc", "ATTACH 'password=abc' AS x")).toBe("cannot reach [secret]");
});

test("maskCredentials leaves the message of any other statement, and very short texts", () => {
  expect(maskCredentials("Could not convert 'abcd'", "SELECT 'abcd'::INT")).toBe("Could not convert 'abcd'");
  expect(maskCredentials("a is wrong", "CREATE SECRET s (TYPE 'a')")).toBe("a is wrong");
});
