export type { SecretsAuditEvent } from "./audit.ts";
export type { EnvSecretsConfig, SecretsFileConfig } from "./config-schema.ts";
export { EnvSecretsError, type EnvSecretsErrorCode } from "./env-secrets-error.ts";
export { EnvSecretsPlugin } from "./plugin.ts";
