import { describe, expect, test } from "vitest";
import { PluginNotFoundError } from "../../../src/errors/plugin-not-found-error.ts";
import { PluginRegistry } from "../../../src/registry/plugin-registry.ts";
import { fakeSecrets, SECRETS } from "../../support/fake-plugin.ts";
import { fakeSource, registered } from "../../support/fake-registry.ts";
import { thrownBy } from "../../support/thrown-by.ts";

const UNKNOWN = "floe.secret" as typeof SECRETS;

function missing(registry: PluginRegistry, name: string, type = SECRETS as typeof SECRETS): Promise<PluginNotFoundError> {
  return thrownBy(() => registry.get(type, name), PluginNotFoundError);
}

describe("PluginNotFoundError", () => {
  test("an unknown name is refused with what there is and the nearest of it", async () => {
    const registry = registered([fakeSecrets("vault"), fakeSecrets("env")]);
    registry.discoverAll();
    const error = await missing(registry, "vautl");
    expect(error.message).toBe("Cannot get plugin floe.secrets:vautl: known are env, vault");
    expect(error).toMatchObject({
      pluginType: "floe.secrets",
      pluginName: "vautl",
      available: ["env", "vault"],
      nearest: "vault",
      hint: 'Did you mean "vault"?',
      skipped: undefined,
    });
  });

  test("an unknown name with nothing near it is refused with how to install it", async () => {
    const registry = registered([]);
    registry.discoverAll();
    const error = await missing(registry, "vault");
    expect(error.nearest).toBeUndefined();
    expect(error.hint).toContain("Install the package");
  });

  test("an unknown name before any discovery is refused with how to discover", async () => {
    const error = await missing(registered([]), "vault");
    expect(error.hint).toBe("Call discoverAll() first, or register the plugin.");
  });

  test("an unknown type is refused with the types that exist and the nearest of them", async () => {
    const error = await missing(registered([]), "vault", UNKNOWN);
    expect(error.available).toContain("floe.secrets");
    expect(error).toMatchObject({ nearest: "floe.secrets", pluginType: "floe.secret", pluginName: "vault" });
    expect(error.hint).toBe('There is no such plugin type. Did you mean "floe.secrets"?');
    const far = await missing(registered([]), "vault", "floe.something_else" as typeof SECRETS);
    expect(far.hint).toBe("There is no such plugin type.");
  });

  test("a plugin that discovery skipped is refused with the verdict and its remedy", async () => {
    const skipped = {
      code: "entry_not_found",
      package: "floe-vault",
      file: "/app/node_modules/floe-vault/package.json",
      path: "floe.secrets.vault",
      expected: "a file",
      found: "nothing",
      message: "Cannot use floe.secrets.vault: its file does not exist",
      remedy: "Build the package.",
    } as const;
    const other = { ...skipped, package: "floe-other", path: "floe.secrets.other", remedy: "Build the other." };
    const registry = new PluginRegistry({ sources: [fakeSource([], { skipped: [other, skipped] })] });
    registry.discoverAll();
    const error = await missing(registry, "vault");
    expect(error.skipped).toStrictEqual(skipped);
    expect(error.message).toBe(`Cannot get plugin floe.secrets:vault: ${skipped.message}`);
    expect(error.hint).toBe("Build the package.");
    expect((await missing(registry, "third")).skipped).toBeUndefined();
  });

  test.each([
    ["configure", (registry: PluginRegistry) => registry.configure(SECRETS, "vault", {})],
    ["start", (registry: PluginRegistry) => registry.activate(SECRETS, "vault")],
    ["stop", (registry: PluginRegistry) => registry.shutdown(SECRETS, "vault")],
    ["check", (registry: PluginRegistry) => registry.healthCheck(SECRETS, "vault")],
    ["find", (registry: PluginRegistry) => registry.state(SECRETS, "vault")],
    ["find", (registry: PluginRegistry) => registry.getConfig(SECRETS, "vault")],
  ])("the error says that the plugin cannot be: %s", async (verb, call) => {
    const error = await thrownBy(() => call(registered([])));
    expect(error.message).toBe(`Cannot ${verb} plugin floe.secrets:vault: none is known`);
  });
});
