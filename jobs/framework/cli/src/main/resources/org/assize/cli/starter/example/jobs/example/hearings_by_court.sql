SELECT court, count(*) AS hearings, sum(minutes) AS minutes
FROM example_curated.hearing
GROUP BY court
