SELECT court, count(*) AS hearings, sum(duration) AS minutes
FROM practice_curated.hearing
GROUP BY court
