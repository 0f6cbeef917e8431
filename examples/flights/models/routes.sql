-- floe: { tags: [daily] }
-- One row per pair of airports and direction.
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
ORDER BY flights DESC, origin, destination
