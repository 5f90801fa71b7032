-- What fell in the latest finished quarter of each site since the finished one before:
-- a lower answer to the same question, or one that was known and is not any more.
WITH finished AS (
  SELECT folder, period, ROW_NUMBER() OVER (PARTITION BY folder ORDER BY period DESC) AS back
  FROM quarters
  WHERE status = 'finished'
)
SELECT a.folder, a.question
FROM answers a
JOIN finished f ON f.folder = a.folder AND f.period = a.period AND f.back = 1
JOIN finished g ON g.folder = a.folder AND g.back = 2
JOIN answers b ON b.folder = g.folder AND b.period = g.period AND b.question = a.question
WHERE NOT a.own AND a.revision = b.revision
  AND (b.state IN ('levelled', 'other-way') AND a.state = 'unknown'
       OR b.state IN ('levelled', 'other-way', 'unknown') AND NOT b.left_open
          AND a.state IN ('levelled', 'other-way', 'unknown') AND NOT a.left_open AND a.points < b.points)
ORDER BY a.folder, a.question;
