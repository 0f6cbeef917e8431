import { describe, expect, test } from "vitest";
import { makeSecret } from "../../../src/config/secret-value.ts";
import { secretsOf } from "../../../src/registry/secrets-of.ts";
import { fakeSecrets, SECRETS } from "../../support/fake-plugin.ts";
import { registered } from "../../support/fake-registry.ts";

const schema = (): never => ({ safeParse: (data: unknown) => ({ success: true, data }) }) as never;

describe("secretsOf", () => {
  test("secretsOf gives what the schema marks and what the host named", () => {
    expect(secretsOf({ config: { token: makeSecret("marked") }, secrets: ["named"] })).toEqual(["marked", "named"]);
    expect(secretsOf({ config: null, secrets: [] })).toEqual([]);
  });

  test.each([
    ["startup", async (registry: ReturnType<typeof registered>) => registry.activateAll()],
    ["healthCheck", async (registry: ReturnType<typeof registered>) => {
      await registry.activateAll();
      return registry.healthCheckAll();
    }],
    ["shutdown", async (registry: ReturnType<typeof registered>) => {
      await registry.activateAll();
      return registry.shutdownAll();
    }],
  ] as const)("what the host named shows in no report of %s", async (hook, report) => {
    const fail = (): never => {
      throw new Error("refused for hunter2");
    };
    const registry = registered([fakeSecrets("a", { schema, [hook]: fail })]);
    await registry.configure(SECRETS, "a", { path: "hunter2" }, { secrets: ["hunter2"] });
    const text = JSON.stringify(await report(registry));
    expect(text).toContain("refused for [secret]");
    expect(text).not.toContain("hunter2");
  });

  test("a configuration that is refused keeps the secrets of the one in force", async () => {
    const strict = (): never =>
      ({ safeParse: (data: { path: unknown }) => (data.path === 1 ? { success: false, error: { issues: [] } } : { success: true, data }) }) as never;
    const registry = registered([
      fakeSecrets("a", { schema: strict, startup: () => Promise.reject(new Error("refused for hunter2")) }),
    ]);
    await registry.configure(SECRETS, "a", { path: "hunter2" }, { secrets: ["hunter2"] });
    await expect(registry.configure(SECRETS, "a", { path: 1 })).rejects.toThrow();
    expect(JSON.stringify(await registry.activateAll())).not.toContain("hunter2");
  });
});
