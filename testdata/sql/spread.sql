-- Worst, median and best of each function of NIST CSF over the latest finished quarters
-- of the sites. Of an even number the median is the lower of the two in the middle.
WITH ranked AS (
  SELECT s.section, s.score,
         ROW_NUMBER() OVER (PARTITION BY s.section ORDER BY s.score) AS place,
         COUNT(*) OVER (PARTITION BY s.section) AS sites
  FROM sections s
  JOIN quarters q ON q.folder = s.folder AND q.period = s.period
  WHERE q.latest AND s.framework = 'nist-csf-2.0' AND s.score IS NOT NULL
)
SELECT section, sites, MIN(score) AS worst,
       MAX(CASE WHEN place = FLOOR((sites + 1) / 2.0) THEN score END) AS median,
       MAX(score) AS best
FROM ranked
GROUP BY section, sites
ORDER BY section;
