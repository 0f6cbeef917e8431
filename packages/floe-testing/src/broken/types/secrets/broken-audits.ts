import { channel } from "node:diagnostics_channel";
import { PluginType, type CallOptions } from "floe-core";
import { FakeSecrets } from "../../../fakes/fake-secrets.ts";
import type { BrokenPlugin } from "../../broken-plugin.ts";
import { brokenOfType } from "../shared/broken-of-type.ts";

const broken = brokenOfType(PluginType.SECRETS);

const AUDIT = channel("floe.secrets.audit");

type Metadata = Readonly<Record<string, string>>;

/** A store of its own, so that a member can leave out what the fake does for its audit. */
class OwnStore extends FakeSecrets {
  readonly own: Map<string, string> = new Map<string, string>();

  override async getSecret(key: string, options?: CallOptions): Promise<string | null> {
    await super.getSecret(key, options);
    return this.own.get(key) ?? null;
  }

  override async setSecret(key: string, value: string, metadata?: Metadata, options?: CallOptions): Promise<void> {
    await super.setSecret(key, value, metadata, options);
    this.own.set(key, value);
  }
}

/** Secrets plugins that do not say what is done with a secret, or say too much. */
export const BROKEN_AUDITS: readonly BrokenPlugin[] = Object.freeze([
  broken(
    { id: "gets-are-not-audited", title: "that leaves no audit event when a value is read", violates: "secrets/audits-get" },
    class extends OwnStore {
      override async getSecret(key: string, options?: CallOptions): Promise<string | null> {
        options?.signal?.throwIfAborted();
        return this.own.get(key) ?? null;
      }
    },
  ),
  broken(
    { id: "sets-are-not-audited", title: "that leaves no audit event when a value is stored", violates: "secrets/audits-set" },
    class extends OwnStore {
      override async setSecret(key: string, value: string, _metadata?: Metadata, options?: CallOptions): Promise<void> {
        options?.signal?.throwIfAborted();
        this.own.set(key, value);
      }
      override async listSecrets(prefix = "", options?: CallOptions): Promise<readonly string[]> {
        await super.listSecrets(prefix, options);
        return [...this.own.keys()].filter((key) => key.startsWith(prefix)).sort();
      }
    },
  ),
  broken(
    { id: "lists-are-not-audited", title: "that leaves no audit event when keys are listed", violates: "secrets/audits-list" },
    class extends OwnStore {
      override async listSecrets(prefix = "", options?: CallOptions): Promise<readonly string[]> {
        options?.signal?.throwIfAborted();
        return [...this.own.keys()].filter((key) => key.startsWith(prefix)).sort();
      }
    },
  ),
  broken(
    { id: "audit-tells-the-value", title: "whose audit events hold the value", violates: "secrets/audit-holds-no-value" },
    class extends FakeSecrets {
      override async setSecret(key: string, value: string, metadata?: Metadata, options?: CallOptions): Promise<void> {
        await super.setSecret(key, value, metadata, options);
        const event = { time: new Date().toISOString(), requester: "someone", operation: "set", path: key, result: "stored" };
        AUDIT.publish({ ...event, value });
      }
    },
  ),
  broken(
    { id: "refusal-tells-the-value", title: "that says which value it does not store", violates: "secrets/errors-hold-no-value" },
    class extends FakeSecrets {
      override async setSecret(key: string, value: string, metadata?: Metadata, options?: CallOptions): Promise<void> {
        if (key === "") throw new Error(`Cannot store ${value}: it has no key`);
        await super.setSecret(key, value, metadata, options);
      }
    },
  ),
  broken(
    { id: "secrets-are-deaf", title: "that stores a value whatever its signal says", violates: "secrets/honours-its-signal" },
    class extends FakeSecrets {
      override async setSecret(key: string, value: string, metadata?: Metadata): Promise<void> {
        await super.setSecret(key, value, metadata);
      }
    },
  ),
]);
