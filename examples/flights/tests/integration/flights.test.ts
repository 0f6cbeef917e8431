import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseCsv, query, SourceFigures, type Tally } from "../support/source-figures.ts";

const example = fileURLToPath(new URL("../..", import.meta.url));
const flightsFile = path.join(example, "node_modules/vega-datasets/data/flights-3m.parquet");
const airportsFile = path.join(example, "node_modules/vega-datasets/data/airports.csv");
const floe = path.join(example, "node_modules/floe-cli/bin/floe.js");

/** What of `floe run --json` is looked at here. */
interface RunDocument {
  readonly run: { readonly steps: readonly { readonly name: string; readonly rows?: number }[] };
}

let copy: string;
let ran: { readonly stdout: string; readonly stderr: string };
let product: DuckDBConnection;
let source: DuckDBConnection;
let figures: SourceFigures;
const close: (() => void)[] = [];

async function connect(database: string, options: Record<string, string> = {}): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(database, { threads: "2", ...options });
  const connection = await instance.connect();
  close.unshift(() => {
    connection.closeSync();
    instance.closeSync();
  });
  return connection;
}

/** The table's rows by `key`, with the figures that most tables share. */
async function table(name: string, key: string): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const rows = await query(product, `SELECT ${key} AS key, * FROM ${name}`);
  const byKey = new Map(rows.map((row) => [String(row["key"]), row]));
  expect(byKey.size).toBe(rows.length);
  return byKey;
}

/** Figures in the tables are rounded to `digits`; the comparison allows for half of the last one. */
function expectNear(actual: unknown, expected: number, digits: number): void {
  expect(Math.abs(Number(actual) - expected)).toBeLessThanOrEqual(0.5000001 * 10 ** -digits);
}

const mean = ({ delaySum, known }: Tally): number => delaySum / known;

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), "floe-flights-"));
  for (const part of ["package.json", "floe.yaml", "models"]) {
    await cp(path.join(example, part), path.join(copy, part), { recursive: true });
  }
  await symlink(path.join(example, "node_modules"), path.join(copy, "node_modules"), "dir");
  // Rejects, and so fails every test here, unless the exit code is 0.
  ran = await promisify(execFile)(process.execPath, [floe, "run", "floe.yaml", "--json"], { cwd: copy });
  product = await connect(path.join(copy, "data/flights.duckdb"), { access_mode: "READ_ONLY" });
  source = await connect(":memory:");
  figures = new SourceFigures(source, flightsFile);
});

afterAll(async () => {
  for (const one of close) one();
  await rm(copy, { recursive: true, force: true });
});

describe("examples/flights", () => {
  test("stg_flights keeps every flight of the source and mends the delays that cannot be", async () => {
    const odd = await figures.oddRows();
    expect(odd).toHaveLength(28);
    const { all } = Object.fromEntries(await figures.tallies("'all'"));
    expect(all?.flights).toBe(3_000_000);
    const [staged] = await query(
      product,
      `SELECT count(*) AS rows, count(arrival_delay_minutes) AS known, sum(arrival_delay_minutes) AS delays,
              min(arrival_delay_minutes) AS earliest, sum(distance_miles) AS miles, min(flight_date) AS first,
              max(flight_date) AS last FROM stg_flights`,
    );
    expect(staged).toMatchObject({
      rows: "3000000",
      known: "2999999",
      delays: String(all?.delaySum),
      earliest: -87,
      first: "2001-01-01",
      last: "2001-06-30",
    });
    expect(await query(source, `SELECT sum(distance) AS miles FROM '${flightsFile}'`)).toEqual([
      { miles: staged?.["miles"] },
    ]);
  });

  test("airports has every line of the source, with nothing where it says NA", async () => {
    const [, ...lines] = parseCsv(await readFile(airportsFile, "utf8"));
    const airports = await table("airports", "airport");
    expect(airports.size).toBe(lines.length);
    for (const [iata = "", name = "", city, state, country, latitude, longitude] of lines) {
      expect(airports.get(iata)).toEqual({
        key: iata,
        airport: iata,
        airport_name: name.split(" ").filter(Boolean).join(" "),
        city: city === "NA" ? null : city,
        state: state === "NA" ? null : state,
        country,
        latitude: Number(latitude),
        longitude: Number(longitude),
      });
    }
  });

  test("daily_delays agrees with the source on each of the 181 days", async () => {
    const expected = await figures.tallies("strftime(DATE '1970-01-01' + CAST(minutes // 1440 AS INTEGER), '%Y-%m-%d')");
    const days = await table("daily_delays", "flight_date");
    expect([...days.keys()].sort()).toEqual([...expected.keys()].sort());
    expect(days.size).toBe(181);
    for (const [day, tally] of expected) {
      const row = days.get(day);
      expect(Number(row?.["flights"])).toBe(tally.flights);
      expectNear(row?.["mean_delay_minutes"], mean(tally), 2);
      expectNear(row?.["on_time_share"], tally.onTime / tally.known, 4);
    }
  });

  test.each(["2001-01-12", "2001-04-01", "2001-06-30"])("daily_delays has the ninth decile of %s", async (day) => {
    const rows = await query(
      source,
      `SELECT delay FROM '${flightsFile}' WHERE date > DATE '${day}' AND date <= DATE '${day}' + 1 ORDER BY delay`,
    );
    const place = (rows.length - 1) * 0.9;
    const [below, above] = [Math.floor(place), Math.ceil(place)].map((index) => Number(rows[index]?.["delay"]));
    const decile = below! + (above! - below!) * (place - Math.floor(place));
    expect((await table("daily_delays", "flight_date")).get(day)?.["p90_delay_minutes"]).toBeCloseTo(decile, 9);
  });

  test("airport_delays agrees with the source on every airport, and names it", async () => {
    const departures = await figures.tallies("origin");
    const arrivals = await figures.tallies("destination");
    const names = new Map(
      parseCsv(await readFile(airportsFile, "utf8")).map(([iata, name]) => [iata, name]),
    );
    const airports = await table("airport_delays", "airport");
    expect(new Set(airports.keys())).toEqual(new Set([...departures.keys(), ...arrivals.keys()]));
    for (const [airport, row] of airports) {
      const [out, back] = [departures.get(airport), arrivals.get(airport)];
      expect(row["airport_name"]).toBe(names.get(airport));
      expect([Number(row["departures"]), Number(row["arrivals"])]).toEqual([out?.flights ?? 0, back?.flights ?? 0]);
      if (out === undefined) expect(row["departures_mean_delay_minutes"]).toBeNull();
      else expectNear(row["departures_mean_delay_minutes"], mean(out), 2);
      if (back === undefined) expect(row["arrivals_mean_delay_minutes"]).toBeNull();
      else expectNear(row["arrivals_mean_delay_minutes"], mean(back), 2);
    }
  });

  test("routes and worst_routes agree with the source on every route", async () => {
    const expected = await figures.tallies("origin || ' - ' || destination");
    const routes = await table("routes", "origin || ' - ' || destination");
    expect(new Set(routes.keys())).toEqual(new Set(expected.keys()));
    for (const [route, tally] of expected) {
      const row = routes.get(route);
      expect(Number(row?.["flights"])).toBe(tally.flights);
      expectNear(row?.["mean_delay_minutes"], mean(tally), 2);
      expectNear(row?.["late_share"], 1 - tally.onTime / tally.known, 4);
    }
    const worst = [...expected]
      .filter(([, { flights }]) => flights >= 181)
      .map(([route, { onTime, known }]) => ({ route, late: 1 - onTime / known }))
      .sort((a, b) => b.late - a.late)
      .slice(0, 10);
    const view = await query(product, "SELECT * FROM worst_routes");
    expect(view.map((row) => row["route"])).toEqual(worst.map(({ route }) => route));
    expect(view[0]).toMatchObject({ route: "JFK - CLE", from_city: "New York", to_city: "Cleveland" });
  });

  test("hourly_punctuality agrees with the source on every hour of the week", async () => {
    const expected = await figures.tallies("((minutes // 1440 + 3) % 7 + 1)::INT || ' at ' || date_part('hour', date)");
    const hours = await table("hourly_punctuality", "weekday || ' at ' || departure_hour");
    expect(hours.size).toBe(7 * 24);
    for (const [hour, tally] of expected) {
      const row = hours.get(hour);
      expect(Number(row?.["flights"])).toBe(tally.flights);
      expectNear(row?.["mean_delay_minutes"], mean(tally), 2);
      expectNear(row?.["on_time_share"], tally.onTime / tally.known, 4);
    }
  });

  test("staging_audit says in one row what staging did", async () => {
    const odd = await figures.oddRows();
    const removed = odd.reduce((sum, { delay, corrected }) => sum + delay - (corrected ?? 0), 0);
    expect(await query(product, "SELECT * FROM staging_audit")).toEqual([
      {
        rows_read: "3000000",
        rows_staged: "3000000",
        days: "181",
        delays_unknown: "1",
        delay_minutes_removed: String(removed),
        airports_unknown: "0",
      },
    ]);
  });

  test("the run reports every transform, with rows for tables and none for the view", () => {
    const document = JSON.parse(ran.stdout) as RunDocument;
    expect(document).toMatchObject({ command: "run", ok: true, run: { status: "succeeded" } });
    expect(Object.fromEntries(document.run.steps.map(({ name, rows }) => [name, rows]))).toEqual({
      airport_delays: 229,
      airports: 3376,
      daily_delays: 181,
      hourly_punctuality: 168,
      routes: 3399,
      staging_audit: 1,
      stg_flights: 3_000_000,
      worst_routes: undefined,
    });
  });
});
