import type { DuckDBConnection } from "@duckdb/node-api";
import type { Attachment, DuckDBConfig } from "../config/duckdb-config.ts";
import { revealed } from "../config/revealed.ts";
import { isOpeningSetting, isSecretSetting } from "../config/setting-names.ts";
import { DuckDBError, type DuckDBErrorCode } from "../errors/duckdb-error.ts";
import { readDriverFailure } from "../errors/driver-failure.ts";
import { quoteIdentifier } from "../sql/quote-identifier.ts";
import { quoteLiteral } from "../sql/quote-literal.ts";
import { attachedFile } from "./database-path.ts";

/**
 * Loads the extensions, attaches the databases and sets the settings that the configuration asks for. Every
 * connection does it: some settings hold per connection, and what the instance has already is left alone.
 *
 * @throws DuckDBError naming the extension, database or setting that cannot be had.
 */
export async function setUpConnection(connection: DuckDBConnection, config: DuckDBConfig, baseDir: string): Promise<void> {
  for (const name of config.extensions) await loadExtension(connection, name, mayInstall(config));
  for (const attachment of config.attach) await attach(connection, attachment, baseDir);
  for (const [name, value] of Object.entries(config.settings)) {
    if (!isOpeningSetting(name)) await set(connection, name, revealed(value));
  }
}

function mayInstall({ settings }: DuckDBConfig): boolean {
  return Object.entries(settings).some(
    ([name, value]) => name.toLowerCase() === "autoinstall_known_extensions" && /^(?:true|1)$/i.test(String(revealed(value))),
  );
}

async function loadExtension(connection: DuckDBConnection, name: string, install: boolean): Promise<void> {
  try {
    // Without FROM, DuckDB takes an extension from its core repository only.
    if (install) await connection.run(`INSTALL ${quoteIdentifier(name)}`);
    await connection.run(`LOAD ${quoteIdentifier(name)}`);
  } catch (error) {
    throw setUpError("FLOE_DUCKDB_EXTENSION", `load extension "${name}"`, error, {
      hint: `Install it once on this machine with DuckDB's own "INSTALL ${name}", point settings.extension_directory to it, or allow the download with settings.autoinstall_known_extensions: true.`,
    });
  }
}

async function attach(connection: DuckDBConnection, attachment: Attachment, baseDir: string): Promise<void> {
  const { alias, type, readOnly } = attachment;
  const file = attachedFile(attachment, baseDir);
  const target = file ?? attachment.path.reveal();
  const options = [...(type === undefined ? [] : [`TYPE ${quoteIdentifier(type)}`]), ...(readOnly ? ["READ_ONLY"] : [])];
  const clause = options.length === 0 ? "" : ` (${options.join(", ")})`;
  try {
    await refuseOwnName(connection, alias);
    await connection.run(`ATTACH IF NOT EXISTS ${quoteLiteral(target)} AS ${quoteIdentifier(alias)}${clause}`);
  } catch (error) {
    throw setUpError("FLOE_DUCKDB_ATTACH", `attach database "${alias}"`, error, {
      hidden: file === undefined ? target : undefined,
      hint: "Check its path and type; a type other than duckdb needs its extension in extensions.",
    });
  }
}

/** IF NOT EXISTS would silently take the database itself for the attached one. */
async function refuseOwnName(connection: DuckDBConnection, alias: string): Promise<void> {
  const result = await connection.run("SELECT current_database() AS name");
  const [[own] = []] = await result.getRowsJS();
  if (typeof own !== "string" || own.toLowerCase() !== alias.toLowerCase()) return;
  throw new Error("its alias is the name of the database itself");
}

async function set(connection: DuckDBConnection, name: string, value: string | number | boolean): Promise<void> {
  try {
    await connection.run(`SET ${quoteIdentifier(name)} = $1`, [value]);
  } catch (error) {
    throw setUpError("FLOE_DUCKDB_SETTING", `set "${name}"`, error, {
      hidden: isSecretSetting(name) ? String(value) : undefined,
      hint: "Correct the setting's name and value; a setting of an extension needs the extension in extensions.",
    });
  }
}

/** `hidden`, which is or may hold a credential, is taken out of DuckDB's own words. */
function setUpError(
  code: DuckDBErrorCode,
  what: string,
  thrown: unknown,
  { hidden, hint }: { readonly hidden?: string | undefined; readonly hint: string },
): DuckDBError {
  const { message } = readDriverFailure(thrown);
  const shown = hidden === undefined ? message : message.replaceAll(hidden, "[secret]");
  return new DuckDBError(code, `Cannot ${what}: ${shown}`, { hint });
}
