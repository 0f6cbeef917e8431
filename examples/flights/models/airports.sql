-- floe: { tags: [staging] }
-- The airports of the source. Where a city or state is missing it says "NA"; some names have stray spaces.
SELECT
    iata AS airport,
    trim(regexp_replace(name, '\s+', ' ', 'g')) AS airport_name,
    nullif(city, 'NA') AS city,
    nullif(state, 'NA') AS state,
    country,
    latitude,
    longitude
FROM raw_airports
