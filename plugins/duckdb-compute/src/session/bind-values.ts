import type { DuckDBPreparedStatement, DuckDBValue } from "@duckdb/node-api";
import type { QueryParameters } from "floe-core";
import { driver } from "../driver.ts";
import { DuckDBError } from "../errors/duckdb-error.ts";

const { DuckDBListValue, DuckDBTimestampValue, LIST, SQLNULL, listValue, structValue } = driver;

const INT64_LIMIT = 2n ** 63n;

/**
 * Binds values to a statement's parameters: an array by position, an object by name without the `$`.
 *
 * Text, numbers, bigints and booleans are bound as they are, null and undefined as NULL, a Date as TIMESTAMP
 * in UTC, a Uint8Array as BLOB, an array as a list, a plain object as a struct, and the driver's own value
 * classes as what they are.
 *
 * @throws DuckDBError FLOE_DUCKDB_PARAMETERS naming the parameter that does not exist or has no such value.
 */
export function bindValues(statement: DuckDBPreparedStatement, parameters: QueryParameters): void {
  for (const [key, value] of Object.entries(parameters)) {
    // Arrays count from 0, DuckDB's positions from 1.
    const name = Array.isArray(parameters) ? String(Number(key) + 1) : key;
    bindValue(statement, name, value);
  }
}

function bindValue(statement: DuckDBPreparedStatement, name: string, value: unknown): void {
  const index = parameterIndex(statement, name);
  try {
    if (typeof value === "bigint" && value >= -INT64_LIMIT && value < INT64_LIMIT) statement.bindBigInt(index, value);
    else if (value instanceof Uint8Array) statement.bindBlob(index, value);
    else if (Array.isArray(value) && value.length === 0) statement.bindList(index, new DuckDBListValue([]), LIST(SQLNULL));
    else statement.bindValue(index, toDriverValue(value));
  } catch {
    // The driver's message may quote the value, so it is not passed on; that it does not fit is all there is to say.
    throw parameterError(name, `DuckDB has no type for ${typeof value === "object" ? "an object like this" : `a ${typeof value} like this`}`);
  }
}

function parameterIndex(statement: DuckDBPreparedStatement, name: string): number {
  try {
    return statement.parameterIndex(name);
  } catch {
    throw parameterError(name, "the statement has no such parameter");
  }
}

function toDriverValue(value: unknown): DuckDBValue {
  if (value === undefined) return null;
  if (value instanceof Date) return new DuckDBTimestampValue(BigInt(value.getTime()) * 1000n);
  if (Array.isArray(value)) return listValue(value.map(toDriverValue));
  if (isPlainObject(value)) {
    return structValue(Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toDriverValue(member)])));
  }
  // The driver refuses what it does not know; its own value classes it knows.
  return value as DuckDBValue;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function parameterError(name: string, reason: string): DuckDBError {
  return new DuckDBError("FLOE_DUCKDB_PARAMETERS", `Cannot bind parameter ${name}: ${reason}`, {
    hint: "Give values by position as an array, or by name (without the $) as an object.",
  });
}
