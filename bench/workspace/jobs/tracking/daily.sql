SELECT device_id, CAST(position_at AS date) AS day, count(*) AS fixes, max(speed) AS top_speed
FROM tracking_curated.position
GROUP BY device_id, CAST(position_at AS date)
