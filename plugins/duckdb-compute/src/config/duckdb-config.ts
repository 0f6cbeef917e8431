import type { ConfigSchema } from "floe-core";
import { secret, type Secret } from "floe-core/config";
import { z } from "zod";
import { isMemoryLimit } from "./memory-limit.ts";
import { isSecretSetting, RESERVED_SETTINGS } from "./setting-names.ts";

/** A value of one of DuckDB's settings. */
export type SettingValue = string | number | boolean;

/** A further database that every session sees. */
export interface Attachment {
  /** A file, relative to the platform file, or what the type's extension connects with. It may hold a password. */
  readonly path: Secret;
  /** The name under which SQL knows it. */
  readonly alias: string;
  /** For example `sqlite` or `postgres`; its extension has to be in `extensions`. Default: a DuckDB file. */
  readonly type?: string | undefined;
  readonly readOnly: boolean;
}

/** The settings of the DuckDB compute. */
export interface DuckDBConfig {
  /** The database file, relative to the platform file, or `:memory:` (the default). */
  readonly path: string;
  /** From 1 to 64. Default: 4. */
  readonly threads: number;
  /** How much memory DuckDB may use, in its own terms. Default: `4GB`. */
  readonly memoryLimit: string;
  /** Extensions to load. Default: none. */
  readonly extensions: readonly string[];
  /** DuckDB settings; what is a credential by its name is hidden. Default: none. */
  readonly settings: Readonly<Record<string, SettingValue | Secret>>;
  /** Further databases. Default: none. */
  readonly attach: readonly Attachment[];
  /** Whether the database file is only read. Default: false. */
  readonly readOnly: boolean;
}

const THREADS = "threads must be a whole number from 1 to 64";
const MEMORY = "memoryLimit must be a number with a unit that DuckDB knows, such as 4GB or 512MiB, or none; it knows no per cent";
const PATH = "path must be :memory: or the path of a file, not an address";
const VALUE = "a setting's value must be a text, a number or true or false";
const ALIAS = "alias must be a name, and none of main, temp, system";

const attachment = z.strictObject({
  path: secret(z.string("path must be a text").min(1, "path must not be empty").regex(/^[^\0]*$/, "path must not hold a NUL")),
  alias: z.string(ALIAS).regex(/^(?!(?:main|temp|system)$)[^\0]+$/i, ALIAS),
  type: z.string().regex(/^[a-z][a-z0-9_]*$/i, "type must be the name of an extension's database type").optional(),
  readOnly: z.boolean("readOnly must be true or false").default(false),
});

const settings = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()], VALUE))
  .superRefine((values, context) => {
    for (const name of Object.keys(values)) {
      const instead = RESERVED_SETTINGS.get(name.toLowerCase());
      const message = /^[a-z_][a-z0-9_]*$/i.test(name)
        ? instead && `settings.${name} cannot be set here: ${instead}`
        : "a setting's name must be letters, digits and _";
      if (message !== undefined) context.addIssue({ code: "custom", path: [name], message });
    }
  })
  .transform((values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, hideSecret(name, value)])));

/** Strict: an unknown key is an issue, not ignored. Every message names its field. */
export const configSchema: ConfigSchema<DuckDBConfig> = z
  .strictObject({
    path: z.string(PATH).regex(/^(?::memory:|(?![A-Za-z][\w+.-]+:|:)[^\0]*[^\0\s][^\0]*)$/, PATH).default(":memory:")
      .describe("The database file, relative to the platform file, or :memory:."),
    threads: z.int(THREADS).min(1, THREADS).max(64, THREADS).default(4).describe("How many threads DuckDB uses."),
    memoryLimit: z.string(MEMORY).refine(isMemoryLimit, MEMORY).default("4GB").describe("How much memory DuckDB may use."),
    extensions: z.array(z.string().regex(/^[a-z][a-z0-9_]*$/, "extensions must hold names of extensions, such as httpfs"))
      .refine(areUnique, "extensions must not name one twice").default([]).describe("Extensions to load."),
    settings: settings.default({}).describe("DuckDB settings, as SET takes them."),
    attach: z.array(attachment)
      .refine((all) => areUnique(all.map(({ alias }) => alias.toLowerCase())), "attach must not use an alias twice")
      .default([]).describe("Further databases that every session sees."),
    readOnly: z.boolean("readOnly must be true or false").default(false).describe("Whether the database file is only read."),
  })
  .refine(({ path, readOnly }) => !(readOnly && path === ":memory:"), {
    path: ["readOnly"],
    message: "readOnly needs a database file in path: a database in memory is empty",
  });

function hideSecret(name: string, value: SettingValue): SettingValue | Secret {
  return isSecretSetting(name) ? secret().parse(String(value)) : value;
}

function areUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
