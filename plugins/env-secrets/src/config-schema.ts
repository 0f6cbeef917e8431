import type { ConfigSchema } from "floe-core";
import { z } from "zod";

/** One dotenv-style file. In the configuration its path alone will do. */
export interface SecretsFileConfig {
  /** Relative to the platform file, or absolute. */
  readonly path: string;
  /** Whether it may be missing. Default: false. */
  readonly optional: boolean;
}

/** The settings of the env secrets. */
export interface EnvSecretsConfig {
  /** Only environment variables that begin with it count; it is no part of a key. Default: none, all count. */
  readonly prefix: string;
  /** An earlier file wins over a later one, and `setSecret` writes into the first. Default: none. */
  readonly files: readonly SecretsFileConfig[];
}

const PREFIX = "prefix must be letters, digits and _";
const PATH = "the path of a file must be a text, not empty and without a NUL";

const path = z.string(PATH).regex(/^[^\0]+$/, PATH);
const file = z.union(
  [path.transform((stated) => ({ path: stated, optional: false })), z.strictObject({ path, optional: z.boolean().default(false) })],
  "a file must be its path, or { path, optional: true }",
);

/** Strict: an unknown key is an issue, not ignored. */
export const configSchema: ConfigSchema<EnvSecretsConfig> = z.strictObject({
  prefix: z.string(PREFIX).regex(/^\w*$/, PREFIX).default("").describe("What environment variables begin with to count."),
  files: z.array(file).default([]).describe("Dotenv-style files, relative to the platform file; the first is written to."),
});
