import type { DbtProfile } from "floe-core";
import type { Attachment, SettingValue } from "../config/duckdb-config.ts";
import { isOpeningSetting, isSecretSetting } from "../config/setting-names.ts";
import { attachedFile, databasePath } from "../database/database-path.ts";
import type { DatabaseTarget } from "../database/open-connection.ts";

/**
 * Extensions that every build of DuckDB has in it, Python's too. dbt-duckdb installs what its profile names, which
 * is a download even then.
 */
const BUILT_IN: ReadonlySet<string> = new Set(["core_functions", "icu", "json", "parquet"]);

/**
 * One output of a dbt profile, in the shape of dbt-duckdb. Paths are absolute: dbt-duckdb starts relative
 * ones from the folder dbt was called in. Credentials are templates for environment variables whose names
 * start with `DBT_ENV_SECRET_FLOE_DUCKDB_`.
 */
export function dbtProfile({ config, baseDir }: DatabaseTarget): DbtProfile {
  const { threads, memoryLimit, attach, readOnly } = config;
  const extensions = config.extensions.filter((name) => !BUILT_IN.has(name));
  const settings = Object.entries(config.settings).map(([name, value]) => [name, settingValue(name, value)] as const);
  const opening = settings.filter(([name]) => isOpeningSetting(name));
  const configOptions = { ...Object.fromEntries(opening), ...(readOnly ? { access_mode: "READ_ONLY" } : {}) };
  return {
    type: "duckdb",
    path: databasePath(config, baseDir),
    schema: "main",
    threads,
    ...(extensions.length === 0 ? {} : { extensions }),
    settings: { memory_limit: memoryLimit.trim(), ...Object.fromEntries(settings.filter(([name]) => !isOpeningSetting(name))) },
    ...(Object.keys(configOptions).length === 0 ? {} : { config_options: configOptions }),
    ...(attach.length === 0 ? {} : { attach: attach.map((attachment) => attachedDatabase(attachment, baseDir)) }),
  };
}

function settingValue(name: string, value: unknown): SettingValue {
  if (isSecretSetting(name)) return environmentTemplate(name);
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

function attachedDatabase(attachment: Attachment, baseDir: string): Readonly<Record<string, unknown>> {
  const { alias, type, readOnly } = attachment;
  return {
    // Whatever is not a file of this machine is an address or a connection string, which may hold a password.
    path: attachedFile(attachment, baseDir) ?? environmentTemplate(`attach_${alias}`),
    alias,
    ...(type === undefined ? {} : { type }),
    ...(readOnly ? { read_only: true } : {}),
  };
}

function environmentTemplate(name: string): string {
  return `{{ env_var('DBT_ENV_SECRET_FLOE_DUCKDB_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}') }}`;
}
