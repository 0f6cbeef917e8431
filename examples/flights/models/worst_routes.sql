-- floe: { materialization: view, tags: [report] }
-- The ten routes that come late most often, among those flown at least daily; with names, for people.
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
LIMIT 10
