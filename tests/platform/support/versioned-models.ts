import type { Query } from "./database.ts";

/*
 * Models of which every version can be told from every other: what a run makes carries the number of that run's
 * version in each row, in a number of rows that is known. So a table is one whole version, or it is half.
 */

const ROWS = 250_000;
const BUCKETS = 1_000;
const ROWS_PER_BATCH = 30_000;

/** The tables and views of the models, each with the rows that any whole version of it has. */
const RELATIONS = { facts: ROWS, totals: BUCKETS, keyed: ROWS, report: BUCKETS, turning: ROWS } as const;

/** The relations by name, with the incremental one that grows. */
export type RelationName = keyof typeof RELATIONS | "log";

/** Which version of each relation there is; null for one that is no whole version. */
export type Versions = Readonly<Record<RelationName, number | null>>;

/** The names of all relations. */
export const relationNames = [...Object.keys(RELATIONS), "log"] as readonly RelationName[];

/** The files of the product in its version `version`, from 1: models and data. */
export function filesOf(version: number): Readonly<Record<string, string>> {
  const batches = Array.from({ length: version }, (_, index) => index + 1);
  return {
    "rows.csv": `batch\n${batches.join("\n")}\n`,
    "models/facts.sql": `SELECT latest.version, numbers.id, md5(numbers.id || ' of ' || latest.version) AS text
FROM (SELECT max(batch) AS version FROM source) AS latest, range(${ROWS}) AS numbers (id)`,
    "models/totals.sql": `SELECT version, id % ${BUCKETS} AS bucket, count(*) AS facts, max(text) AS last
FROM facts GROUP BY ALL ORDER BY bucket`,
    "models/keyed.sql": `-- floe: { materialization: incremental, uniqueKey: [id] }
SELECT id, version, text FROM facts`,
    "models/log.sql": `-- floe: { materialization: incremental, watermark: batch }
SELECT source.batch, numbers.id, md5(numbers.id || ' of ' || source.batch) AS text
FROM source, range(${ROWS_PER_BATCH}) AS numbers (id)`,
    // A view has no rows of its own: its text tells its version.
    "models/report.sql": `-- floe: { materialization: view }
SELECT ${version} AS version, bucket, last FROM totals`,
    // A table in even versions, a view in odd ones: each has to make way for the other.
    "models/turning.sql": `-- floe: { materialization: ${version % 2 === 0 ? "table" : "view"} }
SELECT ${version} AS version, id, md5(id || ' turns') AS text FROM range(${ROWS}) AS numbers (id)`,
  };
}

/** Reads the version of everything. Throws if something is not there at all. */
export async function readVersions(query: Query): Promise<Versions> {
  const versions: Partial<Record<RelationName, number | null>> = {};
  for (const [name, rows] of Object.entries(RELATIONS)) {
    const [row] = await query(`SELECT CAST(min(version) AS INTEGER) AS low, CAST(max(version) AS INTEGER) AS high,
      count(*) = ${rows} AS whole FROM ${name}`);
    versions[name as RelationName] = row?.["whole"] === true && row["low"] === row["high"] ? Number(row["high"]) : null;
  }
  const [log] = await query(`SELECT CAST(max(batch) AS INTEGER) AS high, count(*) = max(batch) AND bool_and(n = ${ROWS_PER_BATCH}) AS whole
    FROM (SELECT batch, count(*) AS n FROM log GROUP BY batch)`);
  return { ...versions, log: log?.["whole"] === true ? Number(log["high"]) : null } as Versions;
}

/** The columns of each relation and its rows: their number, and sums over a hash of each, so that no order counts. */
export async function readContents(query: Query): Promise<Readonly<Record<string, unknown>>> {
  const contents: Record<string, unknown> = {};
  for (const name of relationNames) {
    const rows = await query(`SELECT count(*) AS rows, sum(hash(t)) AS sum, bit_xor(hash(t)) AS xor FROM ${name} AS t`);
    contents[name] = { rows, columns: await query(`DESCRIBE ${name}`) };
  }
  return contents;
}
