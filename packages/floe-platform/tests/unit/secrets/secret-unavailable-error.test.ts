import { isPluginError } from "floe-core";
import { describe, expect, test } from "vitest";
import { SecretUnavailableError } from "../../../src/secrets/secret-unavailable-error.ts";

describe(SecretUnavailableError.name, () => {
  test("SecretUnavailableError names every secret with its place, its reason and what is near", () => {
    const error = new SecretUnavailableError([
      { key: "db/pasword", file: "floe.yaml", line: 3, column: 9, path: "plugins.compute.config.a", reason: "not there", nearest: "db/password" },
      { key: "token", path: "plugins.compute.config.b", reason: "vault is sealed" },
    ]);
    expect(error.message).toBe(
      'Cannot read secrets:\n  floe.yaml:3:9: db/pasword: not there; did you mean "db/password"?\n  plugins.compute.config.b: token: vault is sealed',
    );
    expect(error.code).toBe("FLOE_SECRET_UNAVAILABLE");
    expect(isPluginError(error)).toBe(true);
    expect(error.toJSON()).toMatchObject({ secrets: [{ key: "db/pasword" }, { key: "token" }] });
  });

  test("SecretUnavailableError speaks of one secret where there is one", () => {
    expect(new SecretUnavailableError([{ key: "a", path: "p", reason: "r" }]).message).toBe("Cannot read a secret:\n  p: a: r");
  });
});
