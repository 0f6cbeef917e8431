-- floe: { tags: [quality] }
-- What staging did to the source, in one row that can be watched: a new delivery that moves these numbers is worth a look.
SELECT
    (SELECT count(*) FROM raw_flights) AS rows_read,
    count(*) AS rows_staged,
    count(DISTINCT flight_date) AS days,
    count(*) FILTER (WHERE arrival_delay_minutes IS NULL) AS delays_unknown,
    (SELECT sum(delay) FROM raw_flights) - sum(arrival_delay_minutes) AS delay_minutes_removed,
    count(*) FILTER (WHERE origins.airport IS NULL OR destinations.airport IS NULL) AS airports_unknown
FROM stg_flights
LEFT JOIN airports AS origins ON stg_flights.origin = origins.airport
LEFT JOIN airports AS destinations ON stg_flights.destination = destinations.airport
