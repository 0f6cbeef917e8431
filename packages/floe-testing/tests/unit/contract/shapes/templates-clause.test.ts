import { PluginType, type ConfigSchema } from "floe-core";
import { expect, test } from "vitest";
import { TEST_SECRET, tokenSchema, type TokenConfig } from "../../../../src/broken/token-schema.ts";
import { templatesClause } from "../../../../src/contract/shapes/templates-clause.ts";
import { FakeStorage } from "../../../../src/fakes/fake-storage.ts";
import { tryClauses } from "../../../support/try-clauses.ts";

class WithToken extends FakeStorage {
  override getConfigSchema(): ConfigSchema<TokenConfig> {
    return tokenSchema;
  }
}

const ID = "storage/keeps-secrets-in-templates";

async function tried(answer: (plugin: WithToken) => unknown, create: () => FakeStorage = () => new WithToken()): Promise<string | undefined> {
  const clause = templatesClause<WithToken>({ id: ID, answers: (plugin) => ({ getDbtProfileConfig: answer(plugin) }) });
  const valid = create() instanceof WithToken ? { token: TEST_SECRET } : {};
  return (await tryClauses(PluginType.STORAGE, [clause], { create, valid }))[ID];
}

test("templatesClause takes a template of the environment", async () => {
  expect(await tried(() => ({ secret: "{{ env_var('TOKEN') }}" }))).toBe("kept");
});

test("templatesClause names where a secret can be read, and not the secret", async () => {
  const reveal = (plugin: WithToken): unknown => ({ secret: (plugin.config as TokenConfig).token.reveal() });
  expect(await tried(reveal)).toBe("broken: A secret can be read in getDbtProfileConfig");
});

test("templatesClause has nothing to say of a plugin without secrets", async () => {
  expect(await tried(() => ({}), () => new FakeStorage())).toContain("skipped: ");
});
