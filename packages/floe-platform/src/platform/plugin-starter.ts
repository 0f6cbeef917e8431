import {
  PluginType,
  tryParsePluginKey,
  type ActivationReport,
  type EntryPointGroup,
  type FailurePolicy,
  type PluginKey,
  type PluginRegistry,
  type PluginState,
} from "floe-core";
import type { PluginSelection } from "../product/read-plugins.ts";
import type { SecretConfigs } from "../secrets/secret-configs.ts";
import { pendingStarts, type PendingStart } from "./pending-start.ts";
import type { StartOptions } from "./platform-options.ts";
import { PlatformStartError } from "./platform-start-error.ts";
import { redactJson } from "./redact-json.ts";

/** What a starter works with. */
export interface PluginStarterParts {
  readonly registry: PluginRegistry;
  readonly selections: readonly PluginSelection[];
  readonly secrets: SecretConfigs;
}

/** How long the secrets plugins may take to answer, together, in milliseconds. */
const SECRETS_LIMIT_MS = 30_000;

/** Starts plugins of a platform: first those that secrets come from, then the others, each by its policy. */
export class PluginStarter {
  readonly #parts: PluginStarterParts;
  readonly #underWay = new Set<readonly PluginKey[]>();
  /** Starts that need secrets come one after the other: what is up cannot be configured. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: PluginStarterParts) {
    this.#parts = parts;
  }

  /** What the starts that are under way still wait for, in start order. */
  get pending(): readonly PendingStart[] {
    if (this.#underWay.size === 0) return [];
    return pendingStarts(this.#parts.registry.graph([...this.#underWay].flat()), (key) => this.#stateOf(key));
  }

  /**
   * Starts these plugins and what they need.
   *
   * @throws PlatformStartError if a required one could not be started, and what `SecretConfigs.apply` throws;
   *   what this call started is stopped again by then.
   */
  async start(keys: readonly PluginKey[], options: StartOptions): Promise<ActivationReport> {
    const all = this.#withNeeded(keys);
    this.#underWay.add(all);
    try {
      if (!this.#parts.secrets.isNeededFor(all)) return await this.#activate(keys, options);
      const mine = this.#turn.then(() => this.#startWithSecrets(keys, all, options));
      this.#turn = mine.catch(() => undefined);
      return await mine;
    } catch (error) {
      throw this.#parts.secrets.redactValue(error);
    } finally {
      this.#underWay.delete(all);
    }
  }

  async #startWithSecrets(
    keys: readonly PluginKey[],
    all: readonly PluginKey[],
    options: StartOptions,
  ): Promise<ActivationReport> {
    options.signal?.throwIfAborted();
    const { selections, secrets, registry } = this.#parts;
    const stores = selections.filter(({ group }) => group === PluginType.SECRETS).map(({ key }) => key);
    const isFirst = !all.some((key) => this.#stateOf(key) === "active");
    await this.#activate(this.#withNeeded(stores), options);
    const limit = AbortSignal.timeout(SECRETS_LIMIT_MS);
    try {
      const signal = options.signal === undefined ? limit : AbortSignal.any([options.signal, limit]);
      await secrets.apply(registry, all.filter((key) => this.#stateOf(key) !== "active"), signal);
    } catch (error) {
      if (isFirst) await registry.shutdownAll();
      throw error;
    }
    return this.#activate(keys, options);
  }

  async #activate(select: readonly PluginKey[], { policy, timeoutMs, signal }: StartOptions): Promise<ActivationReport> {
    const { registry, secrets } = this.#parts;
    const policyOf = (key: PluginKey): FailurePolicy => policy ?? this.#statedPolicy(key);
    const policies = Object.fromEntries(select.map((key) => [key, policyOf(key)]));
    const report = redactJson(await registry.activateAll({ select, policy: policies, timeoutMs, signal }), secrets.redact);
    const isFatal = report.plugins.some(({ key, error }) => error !== undefined && policyOf(key) === "required");
    if (!isFatal) return report;
    signal?.throwIfAborted();
    throw new PlatformStartError(report);
  }

  /** What nobody selected is as necessary as the plugins that need it, which fail without it. */
  #statedPolicy(key: PluginKey): FailurePolicy {
    return this.#parts.selections.find((selection) => selection.key === key)?.policy ?? "optional";
  }

  #withNeeded(keys: readonly PluginKey[]): readonly PluginKey[] {
    return Object.keys(this.#parts.registry.graph(keys).requirements) as PluginKey[];
  }

  #stateOf(key: PluginKey): PluginState {
    const { type, name } = tryParsePluginKey(key) ?? { type: "", name: "" };
    // The registry itself named the key.
    return this.#parts.registry.state(type as EntryPointGroup, name);
  }
}
