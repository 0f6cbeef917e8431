import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { CREDENTIAL_CLAUSES } from "../../../../../src/contract/types/identity/credential-clauses.ts";
import { FakeIdentity } from "../../../../../src/fakes/fake-identity.ts";
import { tryClauses } from "../../../../support/try-clauses.ts";

test("CREDENTIAL_CLAUSES skip what takes somebody whom the plugin knows, if nobody is declared", async () => {
  const outcomes = await tryClauses(PluginType.IDENTITY, CREDENTIAL_CLAUSES, { create: () => new FakeIdentity() });
  expect(outcomes).toEqual({
    "identity/refuses-credentials": "kept",
    "identity/accepts-credentials": "skipped: nobody whom it knows is declared, as samples.credentials.accepted",
    "identity/passwords-stay-secret": "kept",
  });
});

test("CREDENTIAL_CLAUSES find a password in an error that only odd credentials lead to", async () => {
  const authenticate = async ({ password = "" }: Readonly<Record<string, string>>): Promise<null> => {
    if (password.includes("\u0000")) throw new TypeError(`invalid header: ${password}`);
    return null;
  };
  const refused = { username: "eve", password: "hidden-word" };
  const options = { create: () => new FakeIdentity({ authenticate }), samples: { credentials: { refused } } };
  const outcomes = await tryClauses(PluginType.IDENTITY, CREDENTIAL_CLAUSES, options);
  expect(outcomes["identity/passwords-stay-secret"]).toBe("broken: A password can be read in the error of authenticate");
  expect(outcomes["identity/refuses-credentials"]).toBe("kept");
});
