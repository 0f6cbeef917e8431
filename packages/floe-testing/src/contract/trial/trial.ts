import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Logger, PluginMetadata, PluginRegistry } from "floe-core";
import { collectingLogger, type LogLine } from "../../registry/collecting-logger.ts";
import { ContractBreach } from "../contract-breach.ts";
import type { RawConfig } from "../contract-options.ts";
import type { NormalDeclaration } from "../normal-declaration.ts";
import type { ContractSubject } from "../subject/contract-subject.ts";
import { running, type Ending } from "./ending.ts";

/** How much longer a registry waits than a suite: so the suite is who says that a call did not end. */
const REGISTRY_PATIENCE = 2;

/** What a clause tries a plugin with: new instances in a registry of the clause's own, all taken back afterwards. */
export class Trial<Plugin extends PluginMetadata = PluginMetadata> {
  readonly subject: ContractSubject;
  readonly declaration: NormalDeclaration;
  readonly #collected = collectingLogger();
  readonly #controllers = new Set<AbortController>();
  #folder: string | undefined;
  #registry: PluginRegistry | undefined;

  constructor(subject: ContractSubject, declaration: NormalDeclaration) {
    this.subject = subject;
    this.declaration = declaration;
  }

  /** Every line that was logged so far, oldest first. */
  get logs(): readonly LogLine[] {
    return this.#collected.logs;
  }

  /** What keeps those lines: for calls that a clause makes itself. */
  get logger(): Logger {
    return this.#collected.logger;
  }

  /** An empty folder of the trial's own, in which relative paths of configurations begin. */
  get folder(): string {
    this.#folder ??= realpathSync(mkdtempSync(join(tmpdir(), "floe-contract-")));
    return this.#folder;
  }

  /** The trial's registry, which has discovered the plugin. */
  get registry(): PluginRegistry {
    const limitMs = this.declaration.limits.callMs * REGISTRY_PATIENCE;
    this.#registry ??= this.subject.open({ cwd: this.folder, logger: this.#collected.logger, limitMs });
    return this.#registry;
  }

  /** The plugin, loaded and not configured. Rejects with what the registry refuses it with. */
  async load(): Promise<Plugin> {
    return (await this.registry.get(this.subject.type, this.subject.name)) as unknown as Plugin;
  }

  /** The plugin, configured through the registry; by default with the first valid configuration. */
  async configure(config: RawConfig = this.declaration.valid[0]): Promise<Plugin> {
    const plugin = await this.load();
    const takesNone = plugin.getConfigSchema() === null && Object.keys(config).length === 0;
    if (!takesNone) await this.registry.configure(this.subject.type, this.subject.name, config);
    return plugin;
  }

  /** The plugin, configured and started through the registry; as it is if it is active already. */
  async start(config?: RawConfig): Promise<Plugin> {
    if (this.registry.state(this.subject.type, this.subject.name) === "active") return this.load();
    const plugin = await this.configure(config);
    await this.registry.activate(this.subject.type, this.subject.name);
    return plugin;
  }

  /**
   * Makes a call that has to end by itself, and answers with its result.
   *
   * @param what names the call where it is said that it did not end.
   * @param callMs is how long it has, for calls whose type gives them a time of their own.
   * @throws ContractBreach if it does not end in time; whatever the call throws.
   */
  async call<Value>(
    what: string,
    call: (signal: AbortSignal) => Value | PromiseLike<Value>,
    callMs: number = this.declaration.limits.callMs,
  ): Promise<Value> {
    const { signalMs } = this.declaration.limits;
    const controller = this.#controller();
    const current = running(() => call(controller.signal));
    const ending = await current.within(callMs);
    if (ending.kind === "returned") return ending.value;
    if (ending.kind === "threw") throw ending.error;
    controller.abort(new DOMException("The contract suite waits no longer", "AbortError"));
    const late = await current.within(signalMs);
    const after = late.kind === "pending" ? `, nor within ${signalMs} ms once its signal was aborted` : "";
    throw new ContractBreach(`${what} did not end within ${callMs} ms${after}`);
  }

  /**
   * Makes a call, aborts its signal after `afterMs`, and answers how the call ended; `pending` if it did not within
   * the time that it has for that.
   */
  async abort<Value>(call: (signal: AbortSignal) => Value | PromiseLike<Value>, afterMs = 0): Promise<Ending<Value>> {
    const controller = this.#controller();
    const current = running(() => call(controller.signal));
    if (afterMs > 0) {
      const early = await current.within(afterMs);
      if (early.kind !== "pending") return early;
    }
    controller.abort(new DOMException("The contract suite gave the call up", "AbortError"));
    return current.within(this.declaration.limits.signalMs);
  }

  /** Takes everything back: what is still under way is given up, what is active is stopped. */
  async end(): Promise<void> {
    for (const controller of this.#controllers) controller.abort(new DOMException("The trial is over", "AbortError"));
    try {
      await this.#registry?.shutdownAll({ timeoutMs: this.declaration.limits.callMs });
    } finally {
      if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
    }
  }

  #controller(): AbortController {
    const controller = new AbortController();
    this.#controllers.add(controller);
    return controller;
  }
}
