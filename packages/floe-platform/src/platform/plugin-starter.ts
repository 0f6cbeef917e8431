import {
  PluginType,
  tryParsePluginKey,
  type ActivationReport,
  type EntryPointGroup,
  type FailurePolicy,
  type PluginError,
  type PluginKey,
  type PluginRegistry,
  type PluginState,
} from "floe-core";
import { PlatformFileError } from "../problems/platform-file-error.ts";
import type { PluginSelection } from "../product/read-plugins.ts";
import type { SecretConfigs } from "../secrets/secret-configs.ts";
import { SecretUnavailableError } from "../secrets/secret-unavailable-error.ts";
import { untilAborted } from "../timing/until-aborted.ts";
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

/** Starts plugins of a platform: first those that secrets come from, then the others, each by its policy. */
export class PluginStarter {
  readonly #parts: PluginStarterParts;
  readonly #underWay = new Set<readonly PluginKey[]>();
  /** Starts that need secrets come one after the other: what is up cannot be configured. */
  #turn: Promise<unknown> = Promise.resolve();
  /** The plugins that are being asked for secrets. */
  #asked: readonly PluginKey[] = [];

  constructor(parts: PluginStarterParts) {
    this.#parts = parts;
  }

  /** What the starts that are under way still wait for, in start order. */
  get pending(): readonly PendingStart[] {
    if (this.#underWay.size === 0) return [];
    const graph = this.#parts.registry.graph([...this.#underWay].flat());
    return pendingStarts(graph, (key) => this.#stateOf(key), this.#asked);
  }

  /**
   * Starts these plugins and what they need.
   *
   * @throws PlatformStartError, SecretUnavailableError or PlatformFileError if a required one could not be started,
   *   lacks a secret, or refuses its configuration; what this call started is stopped again by then.
   */
  async start(keys: readonly PluginKey[], options: StartOptions): Promise<ActivationReport> {
    const { secrets } = this.#parts;
    const all = this.#withNeeded(keys);
    this.#underWay.add(all);
    try {
      if (secrets.holdersAmong(all).length === 0) return await this.#activate(keys, options);
      return await this.#inTurn(options.signal, () => this.#startWithSecrets(keys, all, options));
    } catch (error) {
      throw secrets.redactValue(error);
    } finally {
      this.#underWay.delete(all);
    }
  }

  async #inTurn<Result>(signal: AbortSignal | undefined, work: () => Promise<Result>): Promise<Result> {
    const before = this.#turn;
    const mine = (signal === undefined ? before : untilAborted(before, signal)).then(work);
    this.#turn = Promise.allSettled([before, mine]);
    return mine;
  }

  async #startWithSecrets(
    keys: readonly PluginKey[],
    all: readonly PluginKey[],
    options: StartOptions,
  ): Promise<ActivationReport> {
    const { selections, registry } = this.#parts;
    const stores = selections.filter(({ group }) => group === PluginType.SECRETS).map(({ key }) => key);
    const first = registry.resolve(stores).order.filter((key) => this.#stateOf(key) !== "active");
    try {
      const failures = await this.#askForSecrets(all, stores, options);
      const report = await this.#activate(keys.filter((key) => !failures.has(key)), options);
      if (failures.size === 0) return report;
      const failed = [...failures].map(([key, error]) => ({ key, state: this.#stateOf(key), durationMs: 0, error: error.toJSON() }));
      return { ...report, ok: false, plugins: [...report.plugins, ...failed] };
    } catch (error) {
      await this.#stopAgain(first);
      throw error;
    }
  }

  /** Starts the secrets plugins and configures what needs them. Answers the optional plugins that have to stay down, and why. */
  async #askForSecrets(
    all: readonly PluginKey[],
    stores: readonly PluginKey[],
    options: StartOptions,
  ): Promise<ReadonlyMap<PluginKey, PluginError>> {
    this.#asked = stores;
    try {
      await this.#activate(stores, options);
      return await this.#configureHolders(all, options);
    } finally {
      this.#asked = [];
    }
  }

  async #configureHolders(
    all: readonly PluginKey[],
    { policy, signal = new AbortController().signal }: StartOptions,
  ): Promise<ReadonlyMap<PluginKey, PluginError>> {
    const { registry, secrets } = this.#parts;
    const idle = all.filter((key) => this.#stateOf(key) !== "active");
    const failures = await secrets.apply(registry, idle, signal);
    const { requirements } = registry.graph(all);
    const isNeeded = (key: PluginKey): boolean => all.some((other) => requirements[other]?.some((one) => one.key === key));
    const fatal = [...failures].filter(([key]) => (policy ?? this.#statedPolicy(key)) === "required" || isNeeded(key));
    if (fatal.length > 0) throw together(fatal.map(([, error]) => error));
    return failures;
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

  /** Stops plugins, given in start order, that a failed start leaves behind, unless others have come to need them. */
  async #stopAgain(keys: readonly PluginKey[]): Promise<void> {
    const { registry } = this.#parts;
    const { requirements } = registry.graph();
    for (const key of [...keys].reverse()) {
      const isInUse = Object.entries(requirements).some(
        ([other, needed]) => this.#stateOf(other as PluginKey) === "active" && needed.some((one) => one.key === key),
      );
      const { type, name } = partsOf(key);
      if (!isInUse && this.#stateOf(key) === "active") await registry.shutdown(type, name);
    }
  }

  /** What nobody selected is as necessary as the plugins that need it, which fail without it. */
  #statedPolicy(key: PluginKey): FailurePolicy {
    return this.#parts.selections.find((selection) => selection.key === key)?.policy ?? "optional";
  }

  #withNeeded(keys: readonly PluginKey[]): readonly PluginKey[] {
    return Object.keys(this.#parts.registry.graph(keys).requirements) as PluginKey[];
  }

  #stateOf(key: PluginKey): PluginState {
    const { type, name } = partsOf(key);
    return this.#parts.registry.state(type, name);
  }
}

function partsOf(key: PluginKey): { readonly type: EntryPointGroup; readonly name: string } {
  const { type, name } = tryParsePluginKey(key) ?? { type: "", name: "" };
  // The registry itself named the key.
  return { type: type as EntryPointGroup, name };
}

/** One error for several plugins: every secret that cannot be had, or else everything that is refused. */
function together(errors: readonly PluginError[]): PluginError {
  const secrets = errors.flatMap((error) => (error instanceof SecretUnavailableError ? error.secrets : []));
  if (secrets.length > 0) return new SecretUnavailableError(secrets);
  const refusals = errors.filter((error) => error instanceof PlatformFileError);
  return new PlatformFileError(refusals[0]?.file, refusals.flatMap(({ problems }) => problems));
}
