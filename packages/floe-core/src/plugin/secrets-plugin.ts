import { PluginType } from "../plugin-type.ts";
import type { CallOptions } from "./call-options.ts";
import { brandPluginClass } from "./plugin-brand.ts";
import { PluginMetadata } from "./plugin-metadata.ts";

/** Credentials. Each read, write and listing leaves an audit event, never with the value. */
export abstract class SecretsPlugin<Config = unknown> extends PluginMetadata<Config> {
  static {
    brandPluginClass(this.prototype, PluginType.SECRETS);
  }

  /** The value, or null if there is none under `key`. */
  abstract getSecret(key: string, options?: CallOptions): Promise<string | null>;
  /** Stores a value, new or in place of an old one. Rejects if the store is read-only. */
  abstract setSecret(
    key: string,
    value: string,
    metadata?: Readonly<Record<string, string>>,
    options?: CallOptions,
  ): Promise<void>;
  /** The keys, sorted; with `prefix`, those that begin with it. Never values. */
  abstract listSecrets(prefix?: string, options?: CallOptions): Promise<readonly string[]>;
  /** How a pod gets the secret `secretName`, as a piece of a Kubernetes container. Pure. Default: `envFrom`. */
  generatePodEnvSpec(secretName: string): Readonly<Record<string, unknown>> {
    return { envFrom: [{ secretRef: { name: secretName } }] };
  }
  /** All keys and values of a secret that holds several, or null if there is none. */
  getMultiKeySecret?(name: string, options?: CallOptions): Promise<Readonly<Record<string, string>> | null>;
}
