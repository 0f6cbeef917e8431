import { describe, expect, test } from "vitest";
import { findBootstrap, withoutBootstrap } from "../../../src/pipes/find-bootstrap.ts";
import { encoded } from "../../support/pipes.ts";

const context = { data: { note: "größer" } };
const messages = { stdio: "stdout" };
const env = { DAGSTER_PIPES_CONTEXT: encoded(context), DAGSTER_PIPES_MESSAGES: encoded(messages) };

describe("findBootstrap", () => {
  test("reads what Dagster put into the environment", () => {
    expect(findBootstrap(["a"], env)).toEqual({ context, messages });
  });

  test("reads what Python encoded", () => {
    // zlib.compress(b'{"path": "messages"}'), in base64.
    const python = { DAGSTER_PIPES_CONTEXT: "eJyrVipILMlQslJQyk0tLk5MTy1WqgUARiYG4A==", DAGSTER_PIPES_MESSAGES: encoded(messages) };
    expect(findBootstrap([], python)?.context).toEqual({ path: "messages" });
  });

  test("reads arguments, in both spellings, before the environment", () => {
    const other = { path: "/context" };
    const args = ["floe.json", "--dagster-pipes-context", encoded(other), `--dagster-pipes-messages=${encoded({ path: "/m" })}`];
    expect(findBootstrap(args, env)).toEqual({ context: other, messages: { path: "/m" } });
  });

  test("finds nothing in a process that Dagster did not start", () => {
    expect(findBootstrap(["floe.json", "daily"], {})).toBeUndefined();
  });

  test("refuses a context without messages", () => {
    expect(() => findBootstrap([], { DAGSTER_PIPES_CONTEXT: encoded(context) })).toThrow(
      "Cannot use DAGSTER_PIPES_MESSAGES: it is not set, although DAGSTER_PIPES_CONTEXT is",
    );
  });

  test.each([
    ["no base64 of zlib", "secret-text"],
    ["no object", encoded("secret-text")],
  ])("refuses a value that is %s, and does not repeat it", (_, value) => {
    expect(() => findBootstrap([], { ...env, DAGSTER_PIPES_CONTEXT: value })).toThrow(
      /^Cannot use DAGSTER_PIPES_CONTEXT: it is not an encoded JSON object$/,
    );
  });
});

describe("withoutBootstrap", () => {
  test("leaves what is not of Pipes", () => {
    const args = ["floe.json", "--dagster-pipes-context", "x", "daily", "--dagster-pipes-messages=y"];
    expect(withoutBootstrap(args)).toEqual(["floe.json", "daily"]);
  });
});
