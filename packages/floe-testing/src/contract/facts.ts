import { collectSecrets, type PluginMetadata } from "floe-core";
import type { RawConfig } from "./contract-options.ts";
import type { Hook } from "./trial/hook.ts";
import { play, type Played, type Step } from "./trial/play.ts";
import { running, type Ending } from "./trial/ending.ts";
import type { Trial } from "./trial/trial.ts";
import { copied } from "./realm/copied.ts";

/**
 * How a hook takes it when its signal is aborted as soon as it is called: it ends soon (`listens`), it goes on as
 * if nothing had happened but ends (`deaf`), or it does not end at all (`hangs`).
 */
export type Attention = "listens" | "deaf" | "hangs";

/** What every life begins with before the hook can be called. */
const BEFORE: Readonly<Record<Hook, readonly Step[]>> = {
  startup: [],
  healthCheck: ["startup"],
  shutdown: ["startup"],
};

/** What several clauses look at, seen once: so a plugin that hangs is waited for once. */
export class Facts {
  readonly #open: () => Trial;
  readonly #known = new Map<string, Promise<unknown>>();

  /** @param open makes the trial in which something is seen. */
  constructor(open: () => Trial) {
    this.#open = open;
  }

  /** How loading the plugin ended. */
  async loading(): Promise<Ending<PluginMetadata>> {
    return this.#once("loading", (trial) => {
      const { callMs, signalMs } = trial.declaration.limits;
      return running(() => trial.load()).within(2 * callMs + signalMs);
    });
  }

  /** The texts that must never show: those that were declared, and those that the schema makes secrets of. */
  async secrets(): Promise<readonly string[]> {
    return this.#once("secrets", async ({ declaration }) => {
      const loading = await this.loading();
      const { valid, unreachable = {} } = declaration;
      const made = loading.kind === "returned" ? [...valid, unreachable].flatMap((raw) => secretsOf(loading.value, raw)) : [];
      return [...new Set([...declaration.secrets, ...made])];
    });
  }

  /** One whole life: configure, start, health, stop. */
  async life(): Promise<Played> {
    return this.played("startup", "healthCheck", "shutdown");
  }

  /** What these calls lead to. */
  async played(...steps: readonly Step[]): Promise<Played> {
    return this.#once(JSON.stringify(steps), (trial) => play(trial, steps));
  }

  /** How a hook takes it when its caller gives it up. */
  async attention(hook: Hook): Promise<Attention> {
    return this.#once(`attention of ${hook}`, async (trial) => {
      const { endings } = await play(trial, [...BEFORE[hook], { hook, aborted: true }]);
      const ending = endings.at(BEFORE[hook].length);
      if (ending?.kind === "pending") return "hangs";
      return ending !== undefined && ending.afterMs > trial.declaration.limits.signalMs ? "deaf" : "listens";
    });
  }

  async #once<Value>(what: string, look: (trial: Trial) => Promise<Value>): Promise<Value> {
    const known = this.#known.get(what);
    if (known !== undefined) return known as Promise<Value>;
    const seen = (async () => {
      const trial = this.#open();
      try {
        return await look(trial);
      } finally {
        await trial.end();
      }
    })();
    this.#known.set(what, seen);
    return seen;
  }
}

/** A schema that does not work has clauses of its own, and makes no secrets. */
function secretsOf(plugin: PluginMetadata, raw: RawConfig): readonly string[] {
  try {
    const result = plugin.getConfigSchema()?.safeParse(copied(raw));
    return result?.success === true ? collectSecrets(result.data) : [];
  } catch {
    return [];
  }
}
