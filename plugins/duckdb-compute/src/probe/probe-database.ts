import { attachedFile, databasePath, IN_MEMORY } from "../database/database-path.ts";
import { openConnection, type DatabaseTarget } from "../database/open-connection.ts";
import { Statements } from "../session/statements.ts";
import { checkFile } from "./check-file.ts";

/** What a probe found: the database can be used. */
export interface ProbeFindings {
  /** One line for people. */
  readonly message: string;
  /** What does not keep the database from working. */
  readonly warnings: readonly string[];
}

/**
 * Opens the database as a session would, runs a statement and lets go of it again. Files that are not there
 * yet are not made: a missing database is stood in for by an empty one in memory, so that extensions and
 * settings are tried all the same, and a missing attached file is left out.
 *
 * @throws DuckDBError saying why the database cannot be used; the signal's reason if it aborts.
 */
export async function probeDatabase({ config, baseDir }: DatabaseTarget, signal: AbortSignal): Promise<ProbeFindings> {
  const file = databasePath(config, baseDir);
  const isMissing = file !== IN_MEMORY && !(await checkFile(file, config.readOnly));
  const attach = [];
  const warnings = [];
  for (const attachment of config.attach) {
    const attached = attachedFile(attachment, baseDir);
    if (attached === undefined || (await checkFile(attached, attachment.readOnly))) attach.push(attachment);
    else warnings.push(`attached database "${attachment.alias}" does not exist yet; the first session makes it`);
  }
  signal.throwIfAborted();
  const stand = isMissing ? { path: IN_MEMORY, readOnly: false } : {};
  const version = await readVersion({ config: { ...config, ...stand, attach }, baseDir }, signal);
  const what = file === IN_MEMORY ? "database in memory" : file;
  return { message: `DuckDB ${version}, ${what}${isMissing ? ", which the first session makes" : ""}`, warnings };
}

async function readVersion(target: DatabaseTarget, signal: AbortSignal): Promise<string> {
  const { connection, close } = await openConnection(target);
  try {
    const [row] = await new Statements(connection, signal).rows("SELECT version() AS version");
    return String(row?.["version"]);
  } finally {
    close();
  }
}
