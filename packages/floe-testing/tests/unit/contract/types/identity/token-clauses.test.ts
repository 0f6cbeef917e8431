import { PluginType, type TokenValidation } from "floe-core";
import { expect, test } from "vitest";
import { TOKEN_CLAUSES } from "../../../../../src/contract/types/identity/token-clauses.ts";
import { FakeIdentity } from "../../../../../src/fakes/fake-identity.ts";
import { tryClauses } from "../../../../support/try-clauses.ts";

async function tried(validateToken: (token: string) => Promise<TokenValidation>): Promise<string | undefined> {
  const outcomes = await tryClauses(PluginType.IDENTITY, TOKEN_CLAUSES, { create: () => new FakeIdentity({ validateToken }) });
  return outcomes["identity/refuses-bad-tokens"];
}

test("TOKEN_CLAUSES say for which bad token validateToken throws", async () => {
  const call = async (token: string): Promise<TokenValidation> => {
    if (token.length > 10_000) throw new RangeError("header too large");
    return { valid: false, reason: "unknown" };
  };
  expect(await tried(call)).toBe("broken: validateToken throws for a token of 100,000 characters: header too large");
});

test("TOKEN_CLAUSES refuse a refusal without a reason", async () => {
  expect(await tried(async () => ({ valid: false, reason: "" }))).toContain("The reason why an empty token is not valid");
});
