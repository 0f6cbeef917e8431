import { PluginType, type SecretsPlugin } from "floe-core";
import { expect, test } from "vitest";
import { NotOffered } from "../../../../../src/contract/contract-breach.ts";
import { normalDeclaration } from "../../../../../src/contract/normal-declaration.ts";
import { createdSubject } from "../../../../../src/contract/subject/created-subject.ts";
import { SecretsBench, secretsClause } from "../../../../../src/contract/types/secrets/secrets-bench.ts";
import { Trial } from "../../../../../src/contract/trial/trial.ts";
import { FakeSecrets, type FakeSecretsOptions } from "../../../../../src/fakes/fake-secrets.ts";

async function tried(options: FakeSecretsOptions, use: (bench: SecretsBench) => Promise<void>, declared = {}): Promise<void> {
  const subject = createdSubject(PluginType.SECRETS, { create: () => new FakeSecrets(options) });
  const trial = new Trial<SecretsPlugin>(subject, normalDeclaration(declared));
  try {
    await use(new SecretsBench(trial, await trial.start()));
  } finally {
    await trial.end();
  }
}

test("SecretsBench stores, reads and lists under the keys that the author declares", async () => {
  const keys = { first: "a/one", second: "a/two", prefix: "a/" };
  await tried({}, async (bench) => {
    expect(bench.keys).toEqual(keys);
    await bench.store("a/one", "x");
    await expect(bench.get("a/one")).resolves.toBe("x");
    await expect(bench.list("a/")).resolves.toEqual(["a/one"]);
  }, { samples: { secrets: { keys } } });
});

test("SecretsBench does not ask a store to store that refuses with a code, and hears of any other error", async () => {
  const failing = (error: Error): FakeSecretsOptions => ({ setSecret: () => Promise.reject(error) });
  await tried(failing(Object.assign(new Error("read-only"), { code: "READ_ONLY" })), async (bench) => {
    await expect(bench.store("a")).rejects.toBeInstanceOf(NotOffered);
  });
  await tried(failing(new Error("broken")), async (bench) => {
    await expect(bench.store("a")).rejects.toThrow("broken");
  });
});

test("secretsClause is tried with a started plugin", () => {
  const clause = secretsClause("secrets/audits-get", "is tried", async () => {}, ["secrets/absent-is-null"]);
  expect(clause.after).toEqual(expect.arrayContaining(["startup/ends", "secrets/absent-is-null"]));
});
