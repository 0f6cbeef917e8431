import { channel } from "node:diagnostics_channel";
import { SecretsPlugin, type CallOptions } from "floe-core";
import { installFake, type Fake, type FakeCall, type FakeOptions } from "./install-fake.ts";

/** What was done with secrets; never a value. */
export interface FakeAuditEvent {
  readonly operation: "get" | "set" | "list";
  /** The key, or the prefix of a listing. */
  readonly path: string;
  readonly result: "found" | "absent" | "stored" | "listed";
}

/** Any member of a secrets plugin, and what it holds. */
export interface FakeSecretsOptions extends FakeOptions<SecretsPlugin> {
  /** Key to value. Default: nothing. */
  readonly secrets?: Readonly<Record<string, string>>;
}

/** Where secrets plugins tell of every use of a secret: who did what with which, and how it ended. */
const AUDIT = channel("floe.secrets.audit");

/** Secrets in memory. What is done with them is told on `floe.secrets.audit` too. Mind that `calls` records arguments, so values that were set too. */
export class FakeSecrets extends SecretsPlugin implements Fake {
  readonly calls: readonly FakeCall[];
  readonly audit: FakeAuditEvent[] = [];
  readonly #secrets: Map<string, string>;

  constructor({ secrets = {}, ...options }: FakeSecretsOptions = {}) {
    super();
    this.#secrets = new Map(Object.entries(secrets));
    this.calls = installFake(this, options);
  }

  async getSecret(key: string, options?: CallOptions): Promise<string | null> {
    options?.signal?.throwIfAborted();
    const value = this.#secrets.get(key) ?? null;
    this.#leave({ operation: "get", path: key, result: value === null ? "absent" : "found" });
    return value;
  }

  async setSecret(
    key: string,
    value: string,
    _metadata?: Readonly<Record<string, string>>,
    options?: CallOptions,
  ): Promise<void> {
    options?.signal?.throwIfAborted();
    this.#secrets.set(key, value);
    this.#leave({ operation: "set", path: key, result: "stored" });
  }

  async listSecrets(prefix = "", options?: CallOptions): Promise<readonly string[]> {
    options?.signal?.throwIfAborted();
    this.#leave({ operation: "list", path: prefix, result: "listed" });
    return [...this.#secrets.keys()].filter((key) => key.startsWith(prefix)).sort();
  }

  #leave(event: FakeAuditEvent): void {
    this.audit.push(event);
    AUDIT.publish({ time: new Date().toISOString(), requester: `process ${process.pid}`, ...event });
  }
}
