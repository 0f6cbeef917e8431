import { readFileSync } from "node:fs";
import path from "node:path";

const models = path.resolve(import.meta.dirname, "../../../../examples/flights/models");

/** A statement that comes before, or a model with its lineage: `name: t.a, +t.b, Σt.x`, unchanged, transformed, aggregated. */
export interface FlightsModel {
  readonly name: string;
  readonly sql: string;
  readonly lineage?: readonly string[];
}

function model(name: string): string {
  return readFileSync(path.join(models, `${name}.sql`), "utf8");
}

/** The sources and models of the flights example, in the order in which they can be made. */
export const FLIGHTS: readonly FlightsModel[] = [
  {
    name: "raw_flights",
    sql: "CREATE TABLE raw_flights (date TIMESTAMP, delay SMALLINT, distance SMALLINT, origin VARCHAR, destination VARCHAR)",
  },
  {
    name: "raw_airports",
    sql: "CREATE TABLE raw_airports (iata VARCHAR, name VARCHAR, city VARCHAR, state VARCHAR, country VARCHAR, latitude DOUBLE, longitude DOUBLE)",
  },
  {
    name: "airports",
    sql: model("airports"),
    lineage: [
      "airport: raw_airports.iata",
      "airport_name: +raw_airports.name",
      "city: +raw_airports.city",
      "state: +raw_airports.state",
      "country: raw_airports.country",
      "latitude: raw_airports.latitude",
      "longitude: raw_airports.longitude",
    ],
  },
  {
    name: "stg_flights",
    sql: model("stg_flights"),
    lineage: [
      "flight_date: +raw_flights.date",
      "departure_hour: +raw_flights.date",
      "origin: raw_flights.origin",
      "destination: raw_flights.destination",
      "distance_miles: +raw_flights.distance",
      "arrival_delay_minutes: +raw_flights.date, +raw_flights.delay",
    ],
  },
  {
    name: "daily_delays",
    sql: model("daily_delays"),
    lineage: [
      "flight_date: stg_flights.flight_date",
      "flights:",
      "mean_delay_minutes: Σstg_flights.arrival_delay_minutes",
      "p90_delay_minutes: Σstg_flights.arrival_delay_minutes",
      "on_time_share: Σstg_flights.arrival_delay_minutes",
    ],
  },
  {
    name: "hourly_punctuality",
    sql: model("hourly_punctuality"),
    lineage: [
      "weekday: +stg_flights.flight_date",
      "departure_hour: stg_flights.departure_hour",
      "flights:",
      "mean_delay_minutes: Σstg_flights.arrival_delay_minutes",
      "on_time_share: Σstg_flights.arrival_delay_minutes",
    ],
  },
  {
    name: "routes",
    sql: model("routes"),
    lineage: [
      "origin: stg_flights.origin",
      "destination: stg_flights.destination",
      "distance_miles: Σstg_flights.distance_miles",
      "flights:",
      "days: Σstg_flights.flight_date",
      "mean_delay_minutes: Σstg_flights.arrival_delay_minutes",
      "late_share: Σstg_flights.arrival_delay_minutes",
    ],
  },
  {
    name: "staging_audit",
    sql: model("staging_audit"),
    lineage: [
      "rows_read:",
      "rows_staged:",
      "days: Σstg_flights.flight_date",
      "delays_unknown: Σstg_flights.arrival_delay_minutes",
      "delay_minutes_removed: Σraw_flights.delay, Σstg_flights.arrival_delay_minutes",
      "airports_unknown: Σairports.airport",
    ],
  },
  {
    name: "airport_delays",
    sql: model("airport_delays"),
    lineage: [
      "airport: +stg_flights.destination, +stg_flights.origin",
      "airport_name: airports.airport_name",
      "city: airports.city",
      "state: airports.state",
      "departures:",
      "arrivals:",
      "departures_mean_delay_minutes: Σstg_flights.arrival_delay_minutes",
      "arrivals_mean_delay_minutes: Σstg_flights.arrival_delay_minutes",
    ],
  },
  {
    name: "worst_routes",
    sql: model("worst_routes"),
    lineage: [
      "route: +routes.destination, +routes.origin",
      "from_city: airports.city",
      "to_city: airports.city",
      "flights: routes.flights",
      "late_share: routes.late_share",
      "mean_delay_minutes: routes.mean_delay_minutes",
    ],
  },
];
