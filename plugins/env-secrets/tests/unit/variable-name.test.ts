import { describe, expect, test } from "vitest";
import { variableName } from "../../src/variable-name.ts";

describe("variableName", () => {
  test.each([
    ["warehouse/password", "WAREHOUSE_PASSWORD"],
    ["lineage-token", "LINEAGE_TOKEN"],
    ["db.main/user-2", "DB_MAIN_USER_2"],
    ["ALREADY_ONE", "ALREADY_ONE"],
    ["a//b", "A__B"],
  ])("of key %s is %s", (key, name) => {
    expect(variableName(key)).toBe(name);
  });

  test.each(["", " ", "a b", "a=b", "schlüssel", "a\nb", "ı", "a:b", "a\0"])("refuses the key %j", (key) => {
    expect(() => variableName(key)).toThrow(
      expect.objectContaining({
        code: "FLOE_SECRETS_KEY",
        message: `Cannot use secret key ${JSON.stringify(key)}: no variable can have its name`,
      }),
    );
  });
});
