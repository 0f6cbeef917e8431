import { PluginError } from "floe-core";
import type { SourcePosition } from "../document/source-position.ts";
import { formatPosition } from "../problems/format-position.ts";

/** A secret that could not be had. */
export interface UnavailableSecret extends SourcePosition {
  readonly key: string;
  /** Where it is used, for example `plugins.compute.config.token`. */
  readonly path: string;
  /** One clause. */
  readonly reason: string;
  /** The key most like it among those there are, if one is near. */
  readonly nearest?: string;
}

/** Secrets that the platform file asks for cannot be had. No plugin but those that secrets come from was started. */
export class SecretUnavailableError extends PluginError {
  /** At least one, in the order of the file. */
  readonly secrets: readonly UnavailableSecret[];

  constructor(secrets: readonly UnavailableSecret[]) {
    const lines = secrets.map((secret) => {
      const place = formatPosition(secret) || secret.path;
      const near = secret.nearest === undefined ? "" : `; did you mean "${secret.nearest}"?`;
      return `\n  ${place}: ${secret.key}: ${secret.reason}${near}`;
    });
    super("FLOE_SECRET_UNAVAILABLE", `Cannot read ${secrets.length === 1 ? "a secret" : "secrets"}:${lines.join("")}`, {
      hint: "Store it under that key where the secrets plugin looks, or correct the key.",
    });
    this.secrets = Object.freeze(secrets.map((secret) => Object.freeze({ ...secret })));
  }
}
