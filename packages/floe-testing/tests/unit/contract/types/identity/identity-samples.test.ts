import { PluginType, type IdentityPlugin } from "floe-core";
import { expect, test } from "vitest";
import type { Clause } from "../../../../../src/contract/clause.ts";
import type { ContractSamples } from "../../../../../src/contract/contract-samples.ts";
import {
  acceptedCredentials,
  BAD_TOKENS,
  passwordsOf,
  refusedCredentials,
  tokenOf,
} from "../../../../../src/contract/types/identity/identity-samples.ts";
import { FakeIdentity } from "../../../../../src/fakes/fake-identity.ts";
import { tryClauses } from "../../../../support/try-clauses.ts";

async function tried(check: Clause<IdentityPlugin>["check"], samples: ContractSamples = {}): Promise<string | undefined> {
  const clause: Clause<IdentityPlugin> = { id: "identity/accepts-credentials", title: "is tried", check };
  const create = (): FakeIdentity => new FakeIdentity({ users: { ada: "analytical" } });
  return (await tryClauses(PluginType.IDENTITY, [clause], { create, samples }))[clause.id];
}

test("refusedCredentials are those that are declared, or nobody's", async () => {
  const found: unknown[] = [];
  await tried((trial) => void found.push(refusedCredentials(trial)));
  await tried((trial) => void found.push(refusedCredentials(trial)), { credentials: { refused: { key: "x" } } });
  expect(found).toEqual([{ username: "floe-contract-nobody", password: "floe-contract-no-password" }, { key: "x" }]);
});

test("acceptedCredentials are not offered if none are declared", async () => {
  expect(await tried((trial) => void acceptedCredentials(trial))).toContain("skipped: ");
  expect(await tried((trial) => void acceptedCredentials(trial), { credentials: { accepted: { key: "x" } } })).toBe("kept");
});

test("tokenOf gives a token, and refuses a plugin that gives none", async () => {
  const check: Clause<IdentityPlugin>["check"] = async (trial) => {
    expect(await tokenOf(await trial.start(), trial)).toBe("token:ada");
  };
  expect(await tried(check, { credentials: { accepted: { username: "ada", password: "analytical" } } })).toBe("kept");
  const refused = await tried(check, { credentials: { accepted: { username: "ada", password: "difference" } } });
  expect(refused).toBe("broken: authenticate refuses the credentials that it is to accept");
});

test("passwordsOf leaves out what says who asks and where, and what is empty", () => {
  const credentials = { username: "ada", Realm: "floe", client_id: "cli", password: "analytical", otp: "123456", note: "" };
  expect(passwordsOf(credentials, { client_secret: "engine" })).toEqual(["analytical", "123456", "engine"]);
});

test("BAD_TOKENS are of every kind: empty, huge, with a NUL, unsigned", () => {
  const tokens = Object.values(BAD_TOKENS);
  expect(tokens).toContain("");
  expect(tokens.some((token) => token.length >= 100_000)).toBe(true);
  expect(tokens.some((token) => token.includes("\u0000"))).toBe(true);
  const [header = ""] = BAD_TOKENS["an unsigned JWT"]?.split(".") ?? [];
  expect(JSON.parse(Buffer.from(header, "base64url").toString("utf8"))).toEqual({ alg: "none" });
});
