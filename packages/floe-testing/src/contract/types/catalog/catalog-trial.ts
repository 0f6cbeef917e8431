import { randomBytes } from "node:crypto";
import { isPluginError, type CatalogField, type CatalogPlugin } from "floe-core";
import { NotOffered } from "../../contract-breach.ts";
import { ensureRefused } from "../../shapes/ensure-refused.ts";
import type { Trial } from "../../trial/trial.ts";

const SCHEMA: readonly CatalogField[] = Object.freeze([
  { name: "id", type: "long", required: true },
  { name: "name", type: "string" },
]);

/** A started catalog, and what was made in it. A catalog outlives the trial: everything is removed again. */
export class CatalogTrial {
  readonly plugin: CatalogPlugin;
  /** A namespace that there is not: the names of a trial are nobody else's, so that two may go on at once. */
  readonly namespace: string;
  readonly #trial: Trial<CatalogPlugin>;
  readonly #namespaces: string[] = [];
  readonly #tables: string[] = [];

  private constructor(plugin: CatalogPlugin, trial: Trial<CatalogPlugin>) {
    const { namespace = "floe_contract" } = trial.declaration.samples.catalog ?? {};
    this.plugin = plugin;
    this.namespace = `${namespace}_${randomBytes(6).toString("hex")}`;
    this.#trial = trial;
  }

  /** Starts the catalog, hands it to `use`, and removes what was made. */
  static async run(trial: Trial<CatalogPlugin>, use: (catalog: CatalogTrial) => Promise<void>): Promise<void> {
    const catalog = new CatalogTrial(await trial.start(), trial);
    try {
      await use(catalog);
    } finally {
      await catalog.#removeAll();
    }
  }

  /** A call that has to work. @throws NotOffered if the catalog does not support it; whatever else it throws. */
  async ask<Value>(what: string, call: (plugin: CatalogPlugin, signal: AbortSignal) => Promise<Value>): Promise<Value> {
    try {
      return await this.#trial.call(what, (signal) => call(this.plugin, signal));
    } catch (error) {
      if (isPluginError(error) && error.code === "FLOE_CATALOG_NOT_SUPPORTED") throw new NotOffered(`${what}: ${error.message}`);
      throw error;
    }
  }

  /** A call that has to be refused with the catalog error of this kind. */
  async refused(
    what: string,
    kind: "CONFLICT" | "NOT_FOUND",
    call: (plugin: CatalogPlugin, signal: AbortSignal) => Promise<unknown>,
  ): Promise<void> {
    await ensureRefused(this.#trial, what, [`FLOE_CATALOG_${kind}`], (signal) => call(this.plugin, signal));
  }

  async createNamespace(namespace: string): Promise<void> {
    this.#namespaces.unshift(namespace);
    await this.ask("createNamespace", (plugin, signal) => plugin.createNamespace(namespace, {}, { signal }));
  }

  async createTable(identifier: string): Promise<void> {
    this.#tables.unshift(identifier);
    await this.ask("createTable", (plugin, signal) => plugin.createTable(identifier, this.schema, { signal }));
  }

  get schema(): readonly CatalogField[] {
    return this.#trial.declaration.samples.catalog?.schema ?? SCHEMA;
  }

  /** What cannot be removed, or is gone already, is a matter of the clauses about removing. */
  async #removeAll(): Promise<void> {
    for (const table of this.#tables) await this.#ignored((signal) => this.plugin.dropTable(table, { signal }));
    for (const namespace of this.#namespaces) await this.#ignored((signal) => this.plugin.deleteNamespace(namespace, { signal }));
  }

  async #ignored(call: (signal: AbortSignal) => Promise<void>): Promise<void> {
    await this.#trial.call("removing", call).catch(() => undefined);
  }
}
