import { SecretsPlugin } from "floe-core";
import type { Journal } from "./fake-plugins.ts";

/** A secrets plugin over a map. It notes what it is asked for. */
export class FakeSecrets extends SecretsPlugin {
  override readonly name: string;
  override readonly version = "3.0.0";
  override readonly floeApiVersion = "1.0";
  readonly #values: ReadonlyMap<string, string>;
  readonly #journal: Journal;

  constructor(values: Readonly<Record<string, string>> = {}, journal: Journal = [], name = "vault") {
    super();
    this.name = name;
    this.#values = new Map(Object.entries(values));
    this.#journal = journal;
  }

  override startup(): void | Promise<void> {
    this.#journal.push(`${this.name}:startup`);
  }

  override shutdown(): void {
    this.#journal.push(`${this.name}:shutdown`);
  }

  override async getSecret(key: string): Promise<string | null> {
    this.#journal.push(`${this.name}:get ${key}`);
    return this.#values.get(key) ?? null;
  }

  override async setSecret(): Promise<void> {
    throw new Error("read-only");
  }

  override async listSecrets(): Promise<readonly string[]> {
    return [...this.#values.keys()].sort();
  }
}
