import type { DuckDBConnection } from "@duckdb/node-api";

/** What is known about a group of flights. */
export interface Tally {
  flights: number;
  /** Flights whose delay is known. */
  known: number;
  delaySum: number;
  onTime: number;
}

/** Rows as plain objects: whole numbers of any size come as text, dates as `2001-01-01`. */
export async function query(
  connection: DuckDBConnection,
  sql: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

/**
 * Reads figures straight off the source file, by another way than the models: raw sums per group, to which the
 * few odd rows are then applied one by one, here in JavaScript.
 */
export class SourceFigures {
  readonly #connection: DuckDBConnection;
  readonly #file: string;

  constructor(connection: DuckDBConnection, file: string) {
    this.#connection = connection;
    this.#file = file;
  }

  /** @param key An SQL expression over the source's columns and `minutes`, since 1970 and counted to 24:00. */
  async tallies(key: string): Promise<ReadonlyMap<string, Tally>> {
    const groups = await query(
      this.#connection,
      `SELECT ${key} AS key, count(*) AS flights, sum(delay) AS delays, sum(if(delay <= 14, 1, 0)) AS good
       FROM (SELECT *, epoch_ms(date) // 60000 - 1 AS minutes FROM '${this.#file}') GROUP BY ALL`,
    );
    const tallies = new Map(
      groups.map((group): [string, Tally] => [
        String(group["key"]),
        {
          flights: Number(group["flights"]),
          known: Number(group["flights"]),
          delaySum: Number(group["delays"]),
          onTime: Number(group["good"]),
        },
      ]),
    );
    for (const row of await this.oddRows(key)) {
      const tally = tallies.get(row.key);
      if (tally === undefined) throw new Error(`no group ${row.key}`);
      tally.known -= row.corrected === null ? 1 : 0;
      tally.delaySum += (row.corrected ?? 0) - row.delay;
      tally.onTime += Number(row.corrected !== null && row.corrected < 15) - Number(row.delay < 15);
    }
    return tallies;
  }

  /** The rows whose delay cannot be as it stands, found by route and not by clock as the model does it. */
  async oddRows(key = "origin"): Promise<readonly { key: string; delay: number; corrected: number | null }[]> {
    const rows = await query(
      this.#connection,
      `SELECT ${key} AS key, delay FROM (SELECT *, epoch_ms(date) // 60000 - 1 AS minutes FROM '${this.#file}')
       WHERE (origin = 'PHX' AND destination = 'DTW' AND delay > 1400) OR delay < -100`,
    );
    return rows.map((row) => {
      const delay = Number(row["delay"]);
      const corrected = delay > 0 ? delay - 24 * 60 : delay < -900 ? delay + 24 * 60 : null;
      return { key: String(row["key"]), delay, corrected };
    });
  }
}

/** A CSV file without line breaks in its values, read without the engine under test. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "",
      ),
    );
}
