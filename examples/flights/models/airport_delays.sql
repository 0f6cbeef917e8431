-- floe: { tags: [daily] }
-- One row per airport that any flight used: its departures, its arrivals, and how late they came where they went.
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
ORDER BY departures DESC, airport
