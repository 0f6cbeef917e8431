import { ComputePlugin, resourcePreset, type PluginContext, type PluginDependency, type StartupContext } from "floe-core";
import { z } from "zod";

/** One call of a hook, as the trace keeps it. */
export interface TraceEntry {
  readonly hook: "startup" | "shutdown";
  readonly name: string;
  /** Which instance, counted per name: a plugin registered again is another one. */
  readonly life: number;
}

/** What a traced plugin does when its hooks are called. */
export interface Behaviour {
  /** Called after the hook's call was noted; what it does is what the hook does. */
  readonly startup?: (context: StartupContext) => void | Promise<void>;
  readonly shutdown?: (context: PluginContext) => void | Promise<void>;
  readonly healthCheck?: (context: PluginContext) => ReturnType<ComputePlugin["healthCheck"]>;
}

const schema = z.strictObject({ size: z.number().int().default(1) });

/** A compute plugin that notes the calls of its hooks in a shared trace. */
export class TracedPlugin extends ComputePlugin<z.infer<typeof schema>> {
  override readonly name: string;
  override readonly version = "1.0.0";
  override readonly floeApiVersion = "1.0";
  override readonly dependencies: readonly PluginDependency[];
  readonly isSelfHosted = true;
  readonly life: number;
  readonly #trace: TraceEntry[];
  readonly #behaviour: Behaviour;

  constructor(name: string, options: {
    readonly dependencies?: readonly PluginDependency[];
    readonly trace?: TraceEntry[];
    readonly life?: number;
    readonly behaviour?: Behaviour;
  } = {}) {
    super();
    this.name = name;
    this.dependencies = options.dependencies ?? [];
    this.life = options.life ?? 1;
    this.#trace = options.trace ?? [];
    this.#behaviour = options.behaviour ?? {};
  }

  override getConfigSchema(): typeof schema {
    return schema;
  }

  override startup(context: StartupContext): void | Promise<void> {
    this.#trace.push({ hook: "startup", name: this.name, life: this.life });
    return this.#behaviour.startup?.(context);
  }

  override shutdown(context: PluginContext): void | Promise<void> {
    this.#trace.push({ hook: "shutdown", name: this.name, life: this.life });
    return this.#behaviour.shutdown?.(context);
  }

  override healthCheck(context: PluginContext): ReturnType<ComputePlugin["healthCheck"]> {
    return this.#behaviour.healthCheck?.(context) ?? { state: "healthy" };
  }

  generateDbtProfile(): Record<string, unknown> {
    return { type: "traced" };
  }

  getRequiredDbtPackages(): string[] {
    return [];
  }

  validateConnection(): ReturnType<ComputePlugin["validateConnection"]> {
    return Promise.resolve({ status: "healthy", latencyMs: 0, message: "", warnings: [], errors: [] });
  }

  getResourceRequirements(size: Parameters<ComputePlugin["getResourceRequirements"]>[0]): ReturnType<ComputePlugin["getResourceRequirements"]> {
    return resourcePreset(size);
  }
}
