-- floe: { tags: [staging] }
-- Every flight of the source once, with times that can be relied on. What is odd in the source:
-- * `date` is no moment: it joins the day the flight was scheduled for with the clock time at which it left. A flight of
--   1 January that left late, at 00:10 of the next day, stands there as 1 January 00:10. So day and hour are kept apart.
-- * Midnight is written as 24:00, the end of a day: six flights of 30 June stand there as 1 July 00:00.
-- * 25 times the night flight from Phoenix to Detroit left minutes before its midnight schedule and was counted as a
--   day late. Two flights that landed after midnight were counted as a day early; others on their evenings agree.
-- * One flight of 256 miles is said to have come 212 minutes early, longer than it takes. Its delay is unknown.
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
FROM recorded
