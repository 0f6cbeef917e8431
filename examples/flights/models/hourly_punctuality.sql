-- floe: { tags: [daily] }
-- How punctuality wears down in the course of a day: one row per weekday (1 is Monday) and hour of departure. The night
-- hours up to 4 are mostly flights of the evening before that left late.
SELECT
    CAST(isodow(flight_date) AS UTINYINT) AS weekday,
    departure_hour,
    count(*) AS flights,
    round(avg(arrival_delay_minutes), 2) AS mean_delay_minutes,
    round(avg(CAST(arrival_delay_minutes < 15 AS INTEGER)), 4) AS on_time_share
FROM stg_flights
GROUP BY weekday, departure_hour
ORDER BY weekday, departure_hour
