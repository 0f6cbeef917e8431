import { expect, test } from "vitest";
import type { HttpReply } from "../../../src/graphql/http-exchange.ts";
import { readJsonReply } from "../../../src/graphql/read-json-reply.ts";

const asked = { url: "http://dagster.test", operation: "FloeRunState", mask: (text: string) => text.replaceAll("correct-horse", "[secret]") };
const reply = (parts: Partial<HttpReply>): HttpReply => ({ status: 200, contentType: "application/json", location: null, text: "{}", ...parts });

function failureOf(parts: Partial<HttpReply>): unknown {
  try {
    return readJsonReply(reply(parts), asked);
  } catch (error) {
    return error;
  }
}

test.each([200, 400, 500, 503])("readJsonReply reads JSON whatever the status: %i", (status) => {
  expect(readJsonReply(reply({ status, text: '{"errors":[]}' }), asked)).toEqual({ errors: [] });
});

test.each([401, 403])("readJsonReply takes %i for a refusal, JSON or not", (status) => {
  expect(failureOf({ status })).toMatchObject({ code: "FLOE_DAGSTER_AUTHENTICATION", hint: expect.stringContaining("token") });
});

test("readJsonReply tells where a redirect leads, without its query", () => {
  const failure = failureOf({ status: 302, location: "https://login.test/start?state=private", text: "" });
  expect(failure).toMatchObject({ code: "FLOE_DAGSTER_REPLY", message: expect.stringContaining("redirects to https://login.test/start, probably to a login page"), hint: expect.stringContaining("login page") });
  expect(failureOf({ status: 307, location: "/login", text: "" })).toMatchObject({ message: expect.stringContaining("to http://dagster.test/login,") });
  expect(failureOf({ status: 302, text: "" })).toMatchObject({ message: expect.stringContaining("redirects elsewhere") });
});

test("readJsonReply shows the start of a page, masked and on one line", () => {
  const failure = failureOf({ contentType: "text/html; charset=utf-8", text: "<!doctype html>\n<p>token correct-horse</p>" });
  expect(failure).toMatchObject({ code: "FLOE_DAGSTER_REPLY", hint: expect.stringContaining("login page") });
  expect(failure).toMatchObject({ message: expect.stringContaining("text/html; charset=utf-8 with status 200: <!doctype html> <p>token [secret]</p>") });
});

test("readJsonReply tells of other text than a page, of a number, and of a body that is too long", () => {
  expect(failureOf({ contentType: "", text: "" })).toMatchObject({ message: expect.stringMatching(/no content type with status 200$/) });
  expect(failureOf({ contentType: "text/plain", text: "hello" })).toMatchObject({ code: "FLOE_DAGSTER_REPLY", hint: expect.not.stringContaining("login page") });
  expect(failureOf({ text: "1" })).toMatchObject({ code: "FLOE_DAGSTER_REPLY" });
  expect(failureOf({ text: null })).toMatchObject({ message: expect.stringContaining("longer than") });
});

test.each([429, 500, 502, 503, 504])("readJsonReply takes %i without JSON for a server that is away", (status) => {
  expect(failureOf({ status, contentType: "text/html", text: "<html>" })).toMatchObject({ code: "FLOE_DAGSTER_UNAVAILABLE", isUnsent: false });
});
