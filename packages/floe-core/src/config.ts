export { secret, type SecretSchema } from "./config/secret.ts";
export type { Secret } from "./config/secret-value.ts";
