import { PluginType, type OidcConfig } from "floe-core";
import { expect, test } from "vitest";
import { IDENTITY_CLAUSES } from "../../../../../src/contract/types/identity/identity-clauses.ts";
import { FakeIdentity } from "../../../../../src/fakes/fake-identity.ts";
import { allKept, tryClauses } from "../../../../support/try-clauses.ts";

const OIDC: OidcConfig = {
  issuer: "https://accounts.example.com",
  discoveryUrl: "https://accounts.example.com/.well-known/openid-configuration",
  jwksUrl: "https://keys.example.net/certs",
  authorizationUrl: "https://accounts.example.com/authorize",
  tokenUrl: "https://tokens.example.net/token",
  userinfoUrl: "https://accounts.example.com/userinfo",
};

const samples = { credentials: { accepted: { username: "ada", password: "analytical" } } };

function tried(getOidcConfig?: () => OidcConfig): Promise<Readonly<Record<string, string>>> {
  const others = getOidcConfig === undefined ? {} : { getOidcConfig };
  const create = (): FakeIdentity => new FakeIdentity({ users: { ada: "analytical" }, ...others });
  return tryClauses(PluginType.IDENTITY, IDENTITY_CLAUSES, { create, samples });
}

test("IDENTITY_CLAUSES are kept by the type's fake, with addresses on several hosts", async () => {
  expect(await tried(() => OIDC)).toEqual(allKept(IDENTITY_CLAUSES));
});

test("IDENTITY_CLAUSES ask no addresses of a plugin that has none", async () => {
  expect((await tried())["identity/oidc-addresses"]).toBe("skipped: it has no OpenID Connect addresses");
});

test.each([
  [{ issuer: "https://accounts.example.com?tenant=1" }, "has a query"],
  [{ issuer: "https://accounts.example.co" }, "is not below its issuer"],
  [{ tokenUrl: "/token" }, "tokenUrl"],
])("IDENTITY_CLAUSES refuse %j", async (change, reason) => {
  expect((await tried(() => ({ ...OIDC, ...change })))["identity/oidc-addresses"]).toContain(reason);
});
