import { expect, test } from "vitest";
import { ensureUser } from "../../../../../src/contract/types/identity/ensure-user.ts";

const USER = { subject: "42", username: "ada", email: "ada@example.com", roles: ["reader"], claims: { iat: 1 } };

test("ensureUser gives the subject, also of a user without a name", () => {
  expect(ensureUser(USER, "x")).toBe("42");
  expect(ensureUser({ subject: "42", roles: [], claims: {} }, "x")).toBe("42");
});

test.each([
  [null, "getUserInfo is no object"],
  [{ ...USER, subject: 42 }, "subject"],
  [{ ...USER, username: 1 }, "username"],
  [{ ...USER, email: null }, "email"],
  [{ ...USER, roles: "reader" }, "roles"],
  [{ ...USER, claims: { at: new Date(0) } }, "claims"],
])("ensureUser refuses %j", (user, reason) => {
  expect(() => ensureUser(user, "getUserInfo")).toThrow(reason);
});
