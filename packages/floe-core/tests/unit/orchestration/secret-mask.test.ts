import { secret } from "floe-core/config";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { secretMask } from "../../../src/orchestration/secret-mask.ts";
import { IDENTITY, MINIMAL_PLUGINS } from "../../support/minimal-plugins.ts";

const hidden = (value: string | number): unknown => secret(z.union([z.string(), z.number()])).parse(value);

const aCompute = () => Object.assign(new MINIMAL_PLUGINS["floe.computes"](), IDENTITY);

function maskOf(config: unknown): (text: string) => string {
  const compute = aCompute();
  compute.configure(config);
  return secretMask({ plugins: { "floe.computes": [compute] } });
}

describe("secretMask", () => {
  test("masks secrets wherever they stand in a configuration, every time they occur", () => {
    const mask = maskOf({ a: [{ password: hidden("hunter2") }], pin: hidden(4711) });
    expect(mask("hunter2 is not 4711, but hunter2")).toBe("[secret] is not [secret], but [secret]");
  });

  test("leaves values that are no secrets alone", () => {
    expect(maskOf({ path: "/data/x", no: null })("/data/x")).toBe("/data/x");
  });

  test("masks a user and password in front of a host", () => {
    const mask = secretMask({ plugins: {} });
    expect(mask("at postgres://ada:s3cret@db.example/x and http://:t@h")).toBe(
      "at postgres://[secret]@db.example/x and http://[secret]@h",
    );
    expect(mask("http://host:8080/a@b")).toBe("http://host:8080/a@b");
  });

  test("knows the secrets of every selected plugin and skips those without configuration", () => {
    const other = aCompute();
    other.configure({ token: hidden("t0ken") });
    const plugins = { "floe.computes": [aCompute()], "floe.secrets": [other], "floe.dbt": undefined };
    expect(secretMask({ plugins })("t0ken")).toBe("[secret]");
  });

  test("masks what the platform knows besides", () => {
    const mask = secretMask({ plugins: {}, redact: (text) => text.replaceAll("from the vault", "[secret]") });
    expect(mask("a key from the vault")).toBe("a key [secret]");
  });
});
