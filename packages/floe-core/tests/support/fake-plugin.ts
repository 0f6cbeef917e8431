import type { HealthStatus } from "../../src/health-status.ts";
import type { ConfigSchema, PluginConfig } from "../../src/plugin/config-schema.ts";
import { IdentityPlugin, type TokenValidation } from "../../src/plugin/identity-plugin.ts";
import type { PluginContext } from "../../src/plugin/plugin-context.ts";
import type { StartupContext } from "../../src/plugin/plugin-metadata.ts";
import type { PluginDependency } from "../../src/plugin/plugin-dependency.ts";
import { SecretsPlugin } from "../../src/plugin/secrets-plugin.ts";

/** The group of {@link FakeSecrets}: the one that most tests use. */
export const SECRETS = "floe.secrets";
/** The group of {@link FakeIdentity}, where a test needs a second one. */
export const IDENTITY = "floe.identity";

/** What a fake states and does; each hook may answer anything that an author's code could. */
export interface FakeBehaviour {
  readonly name?: string;
  readonly version?: string;
  readonly floeApiVersion?: string;
  readonly description?: string;
  readonly dependencies?: readonly PluginDependency[];
  readonly schema?: () => ConfigSchema<PluginConfig> | null;
  /** Called instead of the base class's `configure`; `store` is that one. */
  readonly configure?: (config: PluginConfig, store: (config: PluginConfig) => void) => unknown;
  readonly startup?: (context: StartupContext) => unknown;
  readonly shutdown?: (context: PluginContext) => unknown;
  readonly healthCheck?: (context: PluginContext) => unknown;
  /** Every lifecycle call is noted here, for example `start a`. */
  readonly calls?: string[];
}

/** The smallest SecretsPlugin, doing what a test wants. */
export class FakeSecrets extends SecretsPlugin<PluginConfig> {
  readonly behaviour: FakeBehaviour;

  constructor(behaviour: FakeBehaviour = {}) {
    super();
    this.behaviour = behaviour;
    stateIdentity(this, behaviour);
  }

  override getConfigSchema(): ConfigSchema<PluginConfig> | null {
    return this.behaviour.schema?.() ?? null;
  }

  override configure(config: PluginConfig): void {
    const store = (stored: PluginConfig): void => super.configure(stored);
    if (this.behaviour.configure === undefined) store(config);
    else return this.behaviour.configure(config, store) as undefined;
  }

  override startup(context: StartupContext): void | Promise<void> {
    this.behaviour.calls?.push(`start ${this.name}`);
    return this.behaviour.startup?.(context) as undefined;
  }

  override shutdown(context: PluginContext): void | Promise<void> {
    this.behaviour.calls?.push(`stop ${this.name}`);
    return this.behaviour.shutdown?.(context) as undefined;
  }

  override healthCheck(context: PluginContext): HealthStatus | Promise<HealthStatus> {
    const { healthCheck } = this.behaviour;
    return healthCheck === undefined ? super.healthCheck(context) : (healthCheck(context) as HealthStatus);
  }

  async getSecret(): Promise<null> {
    return null;
  }

  async setSecret(): Promise<void> {}

  async listSecrets(): Promise<readonly string[]> {
    return [];
  }
}

/** The smallest IdentityPlugin. */
export class FakeIdentity extends IdentityPlugin<PluginConfig> {
  readonly behaviour: FakeBehaviour;

  constructor(behaviour: FakeBehaviour = {}) {
    super();
    this.behaviour = behaviour;
    stateIdentity(this, behaviour);
  }

  override startup(context: StartupContext): void | Promise<void> {
    this.behaviour.calls?.push(`start ${this.name}`);
    return this.behaviour.startup?.(context) as undefined;
  }

  override shutdown(context: PluginContext): void | Promise<void> {
    this.behaviour.calls?.push(`stop ${this.name}`);
    return this.behaviour.shutdown?.(context) as undefined;
  }

  async authenticate(): Promise<null> {
    return null;
  }

  async getUserInfo(): Promise<null> {
    return null;
  }

  async validateToken(): Promise<TokenValidation> {
    return { valid: false, reason: "nobody is known" };
  }
}

/** A plugin that states all that `register` asks for; `name` is its name unless the behaviour says otherwise. */
export function fakeSecrets(name: string, behaviour: FakeBehaviour = {}): FakeSecrets {
  return new FakeSecrets({ name, version: "1.2.3", floeApiVersion: "1.0", ...behaviour });
}

/** Like {@link fakeSecrets}, of the other type. */
export function fakeIdentity(name: string, behaviour: FakeBehaviour = {}): FakeIdentity {
  return new FakeIdentity({ name, version: "1.2.3", floeApiVersion: "1.0", ...behaviour });
}

function stateIdentity(plugin: object, behaviour: FakeBehaviour): void {
  for (const member of ["name", "version", "floeApiVersion", "description", "dependencies"] as const) {
    if (behaviour[member] !== undefined) Reflect.set(plugin, member, behaviour[member]);
  }
}
