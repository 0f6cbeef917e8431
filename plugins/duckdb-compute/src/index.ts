export type { Attachment, DuckDBConfig, SettingValue } from "./config/duckdb-config.ts";
export { DuckDBError, type DuckDBErrorCode } from "./errors/duckdb-error.ts";
export { DuckDBSqlError } from "./errors/duckdb-sql-error.ts";
export type { TextPosition } from "./sql/text-position.ts";
export { DuckDBComputePlugin } from "./plugin.ts";
