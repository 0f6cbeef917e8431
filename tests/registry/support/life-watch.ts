import type { ActivationReport, OperationReport } from "floe-core";

type Phase = "starting" | "up";

/**
 * Notes the calls of hooks and what must never happen. It never throws: the registry would take that for the
 * hook's own fault. Plugins are named `name#life`: registered again, it is another one.
 */
export class LifeWatch {
  readonly violations: string[] = [];
  readonly #needs: Readonly<Record<string, readonly string[]>>;
  readonly #live = new Map<string, Phase>();

  /** @param needs who needs whom, by name. */
  constructor(needs: Readonly<Record<string, readonly string[]>>) {
    this.#needs = needs;
  }

  starting(id: string): void {
    if (this.#live.has(id)) this.violations.push(`${id} starts while it is ${this.#live.get(id)}`);
    for (const need of this.#needs[nameOf(id)] ?? []) {
      const isUp = [...this.#live].some(([other, phase]) => nameOf(other) === need && phase === "up");
      if (!isUp) this.violations.push(`${id} starts without ${need}`);
    }
    this.#live.set(id, "starting");
  }

  started(id: string): void {
    if (this.#live.get(id) === "starting") this.#live.set(id, "up");
  }

  stopping(id: string): void {
    if (!this.#live.has(id)) this.violations.push(`${id} is stopped without having been started`);
    const dependents = [...this.#live.keys()].filter((other) => this.#needs[nameOf(other)]?.includes(nameOf(id)));
    if (dependents.length > 0) this.violations.push(`${id} is stopped before ${dependents.join()}`);
    this.#live.delete(id);
  }

  checked(id: string): void {
    if (!this.#live.has(id)) this.violations.push(`${id} is checked without having been started`);
  }

  /** Who was started and not stopped since. */
  get unstopped(): string[] {
    return [...this.#live.keys()];
  }

  /**
   * A report is fine exactly if nothing in it went wrong, and what was blocked names what it needs and what is
   * to blame. States are those of the moment: other calls may have changed them since.
   */
  activated(report: ActivationReport): void {
    this.#checkReport(report);
    // (A shutdown names a plugin twice that was started again meanwhile and stopped again.)
    if (new Set(report.plugins.map(({ key }) => key)).size < report.plugins.length) this.violations.push("a plugin twice in a report");
    for (const { key, state, blockedBy, error } of report.plugins) {
      if (state === "failed" && error === undefined) this.violations.push(`${key} failed without an error`);
      if ((error?.code === "FLOE_PLUGIN_BLOCKED") !== (blockedBy !== undefined)) this.violations.push(`${key} is blocked by nobody`);
      if (blockedBy === undefined) continue;
      if (!this.#isNeeded(shortOf(blockedBy), shortOf(key))) this.violations.push(`${key} is blocked by ${blockedBy}, which it does not need`);
      const root = report.plugins.find((one) => one.key === blockedBy);
      if (root?.blockedBy !== undefined) this.violations.push(`${key} is blocked by ${blockedBy}, which is blocked itself`);
    }
  }

  stopped(report: OperationReport): void {
    this.#checkReport(report);
  }

  #checkReport({ ok, plugins }: OperationReport): void {
    if (ok !== plugins.every(({ error }) => error === undefined)) this.violations.push("a report that is not what it says");
    if (JSON.stringify(JSON.parse(JSON.stringify(plugins))) !== JSON.stringify(plugins)) this.violations.push("a report that is no plain JSON");
  }

  #isNeeded(need: string, name: string): boolean {
    return (this.#needs[name] ?? []).some((direct) => direct === need || this.#isNeeded(need, direct));
  }
}

function nameOf(id: string): string {
  return id.split("#")[0] ?? "";
}

function shortOf(key: string): string {
  return key.split(":")[1] ?? "";
}
