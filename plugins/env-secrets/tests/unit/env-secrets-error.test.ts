import { isPluginError } from "floe-core";
import { describe, expect, test } from "vitest";
import { EnvSecretsError } from "../../src/env-secrets-error.ts";

describe("EnvSecretsError", () => {
  test("is a floe error with its code, remedy and cause", () => {
    const cause = new Error("disk full");
    const error = new EnvSecretsError("FLOE_SECRETS_FILE", "Cannot write it: disk full", { hint: "Make room.", cause });
    expect(isPluginError(error)).toBe(true);
    expect(error).toMatchObject({ name: "EnvSecretsError", code: "FLOE_SECRETS_FILE", hint: "Make room.", cause });
  });
});
