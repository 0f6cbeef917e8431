/** Settings that a field of the configuration, or the plugin itself, takes care of; with what to do instead. */
export const RESERVED_SETTINGS: ReadonlyMap<string, string> = new Map([
  ["access_mode", "use the field readOnly"],
  ["errors_as_json", "the plugin needs it as it is"],
  ["lock_configuration", "every session sets its own settings"],
  ["max_memory", "use the field memoryLimit"],
  ["memory_limit", "use the field memoryLimit"],
  ["threads", "use the field threads"],
  ["worker_threads", "use the field threads"],
]);

/** Settings that have to be there when the database opens: DuckDB refuses them, or they come too late, afterwards. */
const OPENING_SETTINGS: ReadonlySet<string> = new Set([
  "allow_community_extensions",
  "allow_extensions_metadata_mismatch",
  "allow_persistent_secrets",
  "allow_unsigned_extensions",
  "autoinstall_extension_repository",
  "autoinstall_known_extensions",
  "autoload_known_extensions",
  "custom_extension_repository",
  "custom_user_agent",
  "default_block_size",
  "default_secret_storage",
  "disable_database_invalidation",
  "duckdb_api",
  "extension_directories",
  "extension_directory",
  "home_directory",
  "secret_directory",
  "storage_compatibility_version",
  "vacuum_rebuild_indexes",
]);

/** Whether `setting` is given when the database opens; all others are set on each connection. */
export function isOpeningSetting(setting: string): boolean {
  return OPENING_SETTINGS.has(setting.toLowerCase());
}

/** Whether a setting's value is a credential, by its name. */
export function isSecretSetting(setting: string): boolean {
  return /secret_access_key|session_token|password|(^|_)(token|secret)$/i.test(setting);
}
