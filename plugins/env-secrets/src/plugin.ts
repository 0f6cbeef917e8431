import {
  SecretsPlugin,
  silentLogger,
  type CallOptions,
  type ConfigSchema,
  type HealthStatus,
  type Logger,
  type PluginContext,
  type StartupContext,
} from "floe-core";
import { audited } from "./audit.ts";
import { configSchema, type EnvSecretsConfig } from "./config-schema.ts";
import { findSecret, findSecretGroup, listNames } from "./find-secrets.ts";
import { filesOf, readVariables } from "./read-variables.ts";
import { isOpenToAll } from "./secrets-file.ts";
import { SerialQueue } from "./serial-queue.ts";
import { storeSecret } from "./store-secret.ts";

/** Secrets from the environment and from dotenv-style files. Both are read on each call; nothing is kept or held open. */
export class EnvSecretsPlugin extends SecretsPlugin<EnvSecretsConfig> {
  readonly #writes = new SerialQueue();
  #logger: Logger = silentLogger;

  override getConfigSchema(): ConfigSchema<EnvSecretsConfig> {
    return configSchema;
  }

  /** Reads every file once, so that a missing or malformed one is reported now, and warns of those open to all. */
  override async startup({ logger, signal }: StartupContext): Promise<void> {
    this.#logger = logger;
    await readVariables(this, signal);
    for (const { path } of filesOf(this)) {
      if (await isOpenToAll(path)) logger.warn(`Every user may read or change secrets file ${path}; chmod 600 ends that.`);
    }
  }

  /** Healthy if every file can be read now; the error says which cannot. */
  override async healthCheck({ signal }: PluginContext): Promise<HealthStatus> {
    await readVariables(this, signal);
    return { state: "healthy", message: "every file can be read", details: { files: this.config.files.length } };
  }

  override async getSecret(key: string, { signal }: CallOptions = {}): Promise<string | null> {
    return audited(
      { operation: "get", path: key, logger: this.#logger },
      async () => findSecret(key, await readVariables(this, signal)),
      (value) => (value === null ? "absent" : "found"),
    );
  }

  /** Stores into the first file. A dotenv file has no place for metadata: it is not kept. */
  override async setSecret(
    key: string,
    value: string,
    _metadata?: Readonly<Record<string, string>>,
    { signal }: CallOptions = {},
  ): Promise<void> {
    await audited(
      { operation: "set", path: key, logger: this.#logger },
      async () => this.#writes.run(async () => storeSecret(this, key, value, signal)),
      () => "stored",
    );
  }

  /** The keys are the names of variables. */
  override async listSecrets(prefix = "", { signal }: CallOptions = {}): Promise<readonly string[]> {
    return audited(
      { operation: "list", path: prefix, logger: this.#logger },
      async () => listNames(prefix, await readVariables(this, signal), this),
      () => "listed",
    );
  }

  /** Everything whose variable begins with that of `name` and `_`, by the rest of its name. */
  override async getMultiKeySecret(name: string, { signal }: CallOptions = {}): Promise<Readonly<Record<string, string>> | null> {
    return audited(
      { operation: "get", path: `${name}/*`, logger: this.#logger },
      async () => findSecretGroup(name, await readVariables(this, signal)),
      (values) => (values === null ? "absent" : "found"),
    );
  }
}
