import { describe, expect, test } from "vitest";
import { PluginConfigurationError } from "../../../src/errors/plugin-configuration-error.ts";
import { PluginContractError } from "../../../src/errors/plugin-contract-error.ts";
import { silentLogger } from "../../../src/logger.ts";
import { hostSlot } from "../../../src/plugin/plugin-host-slot.ts";
import { PluginMetadata } from "../../../src/plugin/plugin-metadata.ts";
import { SecretsPlugin } from "../../../src/plugin/secrets-plugin.ts";
import { FakeSecrets } from "../../support/fake-plugin.ts";

class Bare extends PluginMetadata<{ readonly path: string }> {}

const CONTEXT = { signal: new AbortController().signal, logger: silentLogger };

describe("PluginMetadata", () => {
  test("PluginMetadata's identity comes from what the host hands in", () => {
    const plugin = new Bare();
    hostSlot(plugin).identity = {
      name: "bare",
      version: "1.2.3",
      floeApiVersion: "1.0",
      description: "nothing on",
      dependencies: ["duckdb"],
    };
    const { name, version, floeApiVersion, description, dependencies } = plugin;
    expect({ name, version, floeApiVersion, description, dependencies }).toStrictEqual(hostSlot(plugin).identity);
  });

  test.each(["name", "version", "floeApiVersion"] as const)(
    "PluginMetadata.%s throws a PluginContractError when neither class nor manifest states it",
    (member) => {
      const plugin = new FakeSecrets();
      expect(() => plugin[member]).toThrow(PluginContractError);
      expect(() => plugin[member]).toThrow(
        `Cannot read the ${member} of plugin floe.secrets:FakeSecrets: ${member}: expected stated by the class or by its manifest, found neither`,
      );
    },
  );

  test("PluginMetadata.floeApiVersion throws when the manifest leaves it out as well", () => {
    const plugin = new Bare();
    hostSlot(plugin).identity = {
      name: "bare",
      version: "1.2.3",
      floeApiVersion: undefined,
      description: "",
      dependencies: [],
    };
    expect(() => plugin.floeApiVersion).toThrow("Cannot read the floeApiVersion of plugin :bare");
  });

  test("PluginMetadata describes itself with nothing and depends on nothing by default", () => {
    expect(new Bare().description).toBe("");
    expect(new Bare().dependencies).toStrictEqual([]);
  });

  test("PluginMetadata's identity can be a field of the subclass", () => {
    class WithField extends Bare {
      override readonly name = "field";
      override readonly dependencies: readonly string[] = ["duckdb"];
    }
    expect(new WithField().name).toBe("field");
    expect(new WithField().dependencies).toStrictEqual(["duckdb"]);
  });

  test("PluginMetadata's identity can be a getter of the subclass", () => {
    class WithGetter extends Bare {
      override get name(): string {
        return "getter";
      }
    }
    expect(new WithGetter().name).toBe("getter");
  });

  test("PluginMetadata's identity can be assigned, on one instance only", () => {
    const one = new Bare();
    Reflect.set(one, "name", "assigned");
    expect(one.name).toBe("assigned");
    expect(Object.keys(one)).toStrictEqual(["name"]);
    expect(() => new Bare().name).toThrow(PluginContractError);
  });

  test("PluginMetadata.config throws a coded error before configure, naming the plugin as far as it is known", () => {
    const plugin = new FakeSecrets({ name: "env" });
    expect(plugin.isConfigured).toBe(false);
    expect(() => plugin.config).toThrow(PluginConfigurationError);
    expect(() => plugin.config).toThrow("Cannot read the configuration of plugin floe.secrets:env: it was not configured yet");
    class Nameless extends SecretsPlugin {
      override get name(): string {
        throw new Error("never called for an error's text");
      }
      async getSecret(): Promise<null> {
        return null;
      }
      async setSecret(): Promise<void> {}
      async listSecrets(): Promise<string[]> {
        return [];
      }
    }
    expect(() => new Nameless().config).toThrow("of plugin floe.secrets:Nameless:");
  });

  test("PluginMetadata.configure stores what it is given, again and again", () => {
    const plugin = new Bare();
    const config = { path: "/data" };
    plugin.configure(config);
    expect(plugin.config).toBe(config);
    expect(plugin.isConfigured).toBe(true);
    plugin.configure({ path: "/other" });
    expect(plugin.config.path).toBe("/other");
  });

  test("PluginMetadata.baseDir is the process's working directory until a registry says otherwise", () => {
    const plugin = new Bare();
    expect(plugin.baseDir).toBe(process.cwd());
    hostSlot(plugin).baseDir = "/app";
    expect(plugin.baseDir).toBe("/app");
  });

  test("PluginMetadata takes no configuration, starts and stops without doing anything, and is healthy by default", () => {
    const plugin = new Bare();
    expect(plugin.getConfigSchema()).toBeNull();
    expect(plugin.startup({ ...CONTEXT, dependencies: new Map() })).toBeUndefined();
    expect(plugin.shutdown(CONTEXT)).toBeUndefined();
    expect(plugin.healthCheck(CONTEXT)).toStrictEqual({ state: "healthy" });
  });
});
