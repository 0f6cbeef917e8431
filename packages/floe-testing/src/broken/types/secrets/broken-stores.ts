import { PluginType, type CallOptions } from "floe-core";
import { FakeSecrets } from "../../../fakes/fake-secrets.ts";
import type { BrokenPlugin } from "../../broken-plugin.ts";
import { brokenOfType } from "../shared/broken-of-type.ts";

const broken = brokenOfType(PluginType.SECRETS);

type Metadata = Readonly<Record<string, string>>;

/** A class that stores something else than what it is given. */
function storing(change: (value: string) => string): new () => FakeSecrets {
  return class extends FakeSecrets {
    override async setSecret(key: string, value: string, metadata?: Metadata, options?: CallOptions): Promise<void> {
      await super.setSecret(key, change(value), metadata, options);
    }
  };
}

/** A class that lists something else than its keys. */
function listing(change: (keys: readonly string[], plugin: FakeSecrets) => readonly string[] | Promise<readonly string[]>): new () => FakeSecrets {
  return class extends FakeSecrets {
    override async listSecrets(prefix?: string, options?: CallOptions): Promise<readonly string[]> {
      return change(await super.listSecrets(prefix, options), this);
    }
  };
}

/** Secrets plugins that give something else back than what they were given. */
export const BROKEN_STORES: readonly BrokenPlugin[] = Object.freeze([
  broken(
    { id: "absent-is-undefined", title: "that answers with undefined for a key that there is not", violates: "secrets/absent-is-null" },
    class extends FakeSecrets {
      override async getSecret(key: string, options?: CallOptions): Promise<string | null> {
        return (await super.getSecret(key, options)) ?? (undefined as unknown as null);
      }
    },
  ),
  broken(
    { id: "stores-another-value", title: "that stores values in upper case", violates: "secrets/keeps-what-is-set" },
    storing((value) => value.toUpperCase()),
  ),
  broken(
    {
      id: "keeps-the-first-value",
      title: "that does not replace a value",
      violates: "secrets/replaces-what-is-set",
      entails: ["secrets/keeps-any-value"],
    },
    class extends FakeSecrets {
      override async setSecret(key: string, value: string, metadata?: Metadata, options?: CallOptions): Promise<void> {
        await super.setSecret(key, (await super.getSecret(key)) ?? value, metadata, options);
      }
    },
  ),
  broken(
    { id: "trims-values", title: "that cuts off what is around a value", violates: "secrets/keeps-any-value" },
    storing((value) => value.trim()),
  ),
  broken(
    { id: "finds-inherited-keys", title: "that finds what every object has", violates: "secrets/takes-any-key" },
    class extends FakeSecrets {
      override async getSecret(key: string, options?: CallOptions): Promise<string | null> {
        const inherited: unknown = Reflect.get({}, key);
        return inherited === undefined ? super.getSecret(key, options) : "inherited";
      }
    },
  ),
  broken(
    { id: "lists-in-reverse", title: "that lists keys from z to a", violates: "secrets/lists-keys-sorted" },
    listing((keys) => [...keys].reverse()),
  ),
  broken(
    { id: "ignores-the-prefix", title: "that lists all keys whatever the prefix is", violates: "secrets/lists-by-prefix" },
    listing((_, plugin) => FakeSecrets.prototype.listSecrets.call(plugin)),
  ),
  broken(
    { id: "lists-values", title: "that lists values beside their keys", violates: "secrets/lists-no-values" },
    class extends FakeSecrets {
      override async listSecrets(prefix = "", options?: CallOptions): Promise<readonly string[]> {
        const keys = await super.listSecrets(prefix, options);
        if (prefix !== "") return keys;
        return Promise.all(keys.map(async (key) => `${key}=${String(await super.getSecret(key))}`));
      }
    },
  ),
  broken(
    { id: "pod-has-no-secret", title: "whose pods get no secret", violates: "secrets/pod-env-spec" },
    { generatePodEnvSpec: () => ({ envFrom: [] }) },
  ),
  broken(
    { id: "absent-group-is-empty", title: "that answers with no keys for a secret that there is not", violates: "secrets/multi-key-is-a-record-or-null" },
    { getMultiKeySecret: async () => ({}) },
  ),
]);
