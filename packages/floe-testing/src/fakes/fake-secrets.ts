import { SecretsPlugin } from "floe-core";
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

/** Secrets in memory. Mind that `calls` records arguments, so values that were set too. */
export class FakeSecrets extends SecretsPlugin implements Fake {
  readonly calls: readonly FakeCall[];
  readonly audit: FakeAuditEvent[] = [];
  readonly #secrets: Map<string, string>;

  constructor({ secrets = {}, ...options }: FakeSecretsOptions = {}) {
    super();
    this.#secrets = new Map(Object.entries(secrets));
    this.calls = installFake(this, options);
  }

  async getSecret(key: string): Promise<string | null> {
    const value = this.#secrets.get(key) ?? null;
    this.audit.push({ operation: "get", path: key, result: value === null ? "absent" : "found" });
    return value;
  }

  async setSecret(key: string, value: string): Promise<void> {
    this.#secrets.set(key, value);
    this.audit.push({ operation: "set", path: key, result: "stored" });
  }

  async listSecrets(prefix = ""): Promise<readonly string[]> {
    this.audit.push({ operation: "list", path: prefix, result: "listed" });
    return [...this.#secrets.keys()].filter((key) => key.startsWith(prefix)).sort();
  }
}
