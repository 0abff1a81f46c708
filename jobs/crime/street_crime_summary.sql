-- Every incident once, identical rows included: they are different incidents.
SELECT
  CAST(concat(month, '-01') AS date) AS month,
  police_force,
  coalesce(regexp_replace(lsoa_name, ' [0-9]{3}[A-Z]$', ''), 'unknown') AS area,
  crime_type,
  count(*) AS incidents,
  count(last_outcome) AS with_outcome,
  count_if(last_outcome = 'Under investigation') AS under_investigation
FROM crime_curated.street_crime
GROUP BY ALL
