import { createRequire } from "node:module";
import type * as Driver from "@duckdb/node-api";

/**
 * DuckDB's driver. It is CommonJS, and required rather than imported: to tell an importer the names of what it exports,
 * Node would first read through all of its 180 files, and load them afterwards. Loading it takes half the time so.
 */
export const driver: typeof Driver = createRequire(import.meta.url)("@duckdb/node-api") as typeof Driver;
