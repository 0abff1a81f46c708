WITH heard AS (
  SELECT
    hearing_id,
    trunc(
      to_date(from_utc_timestamp(coalesce(array_min(transform(sitting_days, d -> d.sitting_at)), shared_time), 'Europe/London')),
      'MONTH') AS month,
    coalesce(court_code, 'unknown') AS court_code,
    court_name
  FROM cases_curated.hearing
)
SELECT
  heard.month,
  heard.court_code,
  if(result.hearing_id IS NULL, 'none', coalesce(result.cjs_code, 'unknown')) AS outcome_code,
  -- labels of one outcome differ in no-break spaces and spaces at the end
  if(result.hearing_id IS NULL, 'No result recorded', coalesce(trim(translate(result.label, '\u00a0', ' ')), 'unknown')) AS outcome,
  max(heard.court_name) AS court_name,
  count(DISTINCT offence.hearing_id, offence.defendant_id, offence.offence_id) AS offences,
  count(DISTINCT offence.hearing_id, offence.defendant_id) AS defendants,
  count(result.hearing_id) AS results,
  count_if(result.is_convicted_result) AS convicted_results
FROM cases_curated.offence AS offence
JOIN heard ON heard.hearing_id = offence.hearing_id
LEFT JOIN cases_curated.judicial_result AS result
  ON result.hearing_id = offence.hearing_id
  AND result.defendant_id = offence.defendant_id
  AND result.offence_id = offence.offence_id
GROUP BY ALL
