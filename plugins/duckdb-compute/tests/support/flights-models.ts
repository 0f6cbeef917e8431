/** A statement that comes before, or a model with its lineage: `name: t.a, +t.b, Σt.x`, unchanged, transformed, aggregated. */
export interface FlightsModel {
  readonly name: string;
  readonly sql: string;
  readonly lineage?: readonly string[];
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
    sql: `
      SELECT
          iata AS airport,
          trim(regexp_replace(name, '\\s+', ' ', 'g')) AS airport_name,
          nullif(city, 'NA') AS city,
          nullif(state, 'NA') AS state,
          country,
          latitude,
          longitude
      FROM raw_airports`,
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
    sql: `
      WITH recorded AS (
          SELECT
              CAST(date - INTERVAL 1 MINUTE AS DATE) AS flight_date,
              CAST(extract(hour FROM date) AS UTINYINT) AS departure_hour,
              CAST(date AS TIME) AS left_at,
              delay,
              distance,
              origin,
              destination
          FROM raw_flights
      )

      SELECT
          flight_date,
          departure_hour,
          origin,
          destination,
          CAST(distance AS USMALLINT) AS distance_miles,
          CAST(
              CASE
                  WHEN delay >= 1400 AND (left_at >= TIME '23:50' OR left_at = TIME '00:00') THEN delay - 1440
                  WHEN delay < -720 THEN delay + 1440
                  WHEN delay >= -120 THEN delay
              END AS SMALLINT
          ) AS arrival_delay_minutes
      FROM recorded`,
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
    sql: `
      SELECT
          flight_date,
          count(*) AS flights,
          round(avg(arrival_delay_minutes), 2) AS mean_delay_minutes,
          quantile_cont(arrival_delay_minutes, 0.9) AS p90_delay_minutes,
          round(avg(CAST(arrival_delay_minutes < 15 AS INTEGER)), 4) AS on_time_share
      FROM stg_flights
      GROUP BY flight_date
      ORDER BY flight_date`,
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
    sql: `
      SELECT
          CAST(isodow(flight_date) AS UTINYINT) AS weekday,
          departure_hour,
          count(*) AS flights,
          round(avg(arrival_delay_minutes), 2) AS mean_delay_minutes,
          round(avg(CAST(arrival_delay_minutes < 15 AS INTEGER)), 4) AS on_time_share
      FROM stg_flights
      GROUP BY weekday, departure_hour
      ORDER BY weekday, departure_hour`,
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
    sql: `
      SELECT
          origin,
          destination,
          any_value(distance_miles) AS distance_miles,
          count(*) AS flights,
          count(DISTINCT flight_date) AS days,
          round(avg(arrival_delay_minutes), 2) AS mean_delay_minutes,
          round(avg(CAST(arrival_delay_minutes >= 15 AS INTEGER)), 4) AS late_share
      FROM stg_flights
      GROUP BY origin, destination
      ORDER BY flights DESC, origin, destination`,
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
    sql: `
      SELECT
          (SELECT count(*) FROM raw_flights) AS rows_read,
          count(*) AS rows_staged,
          count(DISTINCT flight_date) AS days,
          count(*) FILTER (WHERE arrival_delay_minutes IS NULL) AS delays_unknown,
          (SELECT sum(delay) FROM raw_flights) - sum(arrival_delay_minutes) AS delay_minutes_removed,
          count(*) FILTER (WHERE origins.airport IS NULL OR destinations.airport IS NULL) AS airports_unknown
      FROM stg_flights
      LEFT JOIN airports AS origins ON stg_flights.origin = origins.airport
      LEFT JOIN airports AS destinations ON stg_flights.destination = destinations.airport`,
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
    sql: `
      WITH outbound AS (
          SELECT
              origin AS airport,
              count(*) AS departures,
              round(avg(arrival_delay_minutes), 2) AS mean_delay_minutes
          FROM stg_flights
          GROUP BY origin
      ),

      inbound AS (
          SELECT
              destination AS airport,
              count(*) AS arrivals,
              round(avg(arrival_delay_minutes), 2) AS mean_delay_minutes
          FROM stg_flights
          GROUP BY destination
      )

      SELECT
          airport,
          airports.airport_name,
          airports.city,
          airports.state,
          coalesce(outbound.departures, 0) AS departures,
          coalesce(inbound.arrivals, 0) AS arrivals,
          outbound.mean_delay_minutes AS departures_mean_delay_minutes,
          inbound.mean_delay_minutes AS arrivals_mean_delay_minutes
      FROM outbound
      FULL JOIN inbound USING (airport)
      LEFT JOIN airports USING (airport)
      ORDER BY departures DESC, airport`,
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
    sql: `
      SELECT
          routes.origin || ' - ' || routes.destination AS route,
          origins.city AS from_city,
          destinations.city AS to_city,
          routes.flights,
          routes.late_share,
          routes.mean_delay_minutes
      FROM routes
      LEFT JOIN airports AS origins ON routes.origin = origins.airport
      LEFT JOIN airports AS destinations ON routes.destination = destinations.airport
      WHERE routes.flights >= (SELECT count(*) FROM daily_delays)
      ORDER BY routes.late_share DESC, route
      LIMIT 10`,
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
