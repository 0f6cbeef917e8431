-- floe: { tags: [daily] }
-- One row per day: how many flights, and how late they came. On time means less than 15 minutes late, as the
-- Department of Transportation counts it.
SELECT
    flight_date,
    count(*) AS flights,
    round(avg(arrival_delay_minutes), 2) AS mean_delay_minutes,
    quantile_cont(arrival_delay_minutes, 0.9) AS p90_delay_minutes,
    round(avg(CAST(arrival_delay_minutes < 15 AS INTEGER)), 4) AS on_time_share
FROM stg_flights
GROUP BY flight_date
ORDER BY flight_date
