import { describe, expect, test } from "vitest";
import { secretMask } from "../../../src/run/secret-mask.ts";
import { FakeCompute } from "../../support/fake-compute.ts";

const secret = (value: unknown): unknown => ({ reveal: () => value, toString: () => "***" });

function maskOf(config: unknown): (text: string) => string {
  const compute = new FakeCompute();
  compute.configure(config);
  return secretMask({ "floe.computes": [compute] });
}

describe("secretMask", () => {
  test("replaces secrets wherever they stand in a configuration, every time they occur", () => {
    const mask = maskOf({ a: [{ password: secret("hunter2") }], pin: secret(4711) });
    expect(mask("hunter2 is not 4711, but hunter2")).toBe("*** is not ***, but ***");
  });

  test("leaves nothing of a secret that contains another", () => {
    const mask = maskOf({ short: secret("abc"), long: secret("abcdef") });
    expect(mask("abcdef abc")).toBe("*** ***");
  });

  test("leaves values that are no secrets, and empty secrets, alone", () => {
    const mask = maskOf({ path: "/data/x", reveal: "all", none: secret(""), no: null });
    expect(mask("/data/x all")).toBe("/data/x all");
  });

  test("replaces a user and password in front of a host", () => {
    const mask = secretMask({});
    expect(mask("at postgres://ada:s3cret@db.example/x and http://:t@h")).toBe("at postgres://***@db.example/x and http://***@h");
    expect(mask("http://host:8080/a@b")).toBe("http://host:8080/a@b");
  });

  test("knows the secrets of every selected plugin and skips those without configuration", () => {
    const other = new FakeCompute({}, "other");
    other.configure({ token: secret("tok") });
    const mask = secretMask({ "floe.computes": [new FakeCompute()], "floe.secrets": [other], "floe.dbt": undefined });
    expect(mask("tok")).toBe("***");
  });

  test("ends on a configuration that contains itself", () => {
    const config: Record<string, unknown> = { token: secret("tok") };
    config["self"] = config;
    expect(maskOf(config)("tok")).toBe("***");
  });
});
