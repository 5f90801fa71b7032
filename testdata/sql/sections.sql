-- Each site's score in each section, made from its answers: 100 times weight times
-- points over three times the weight of what is answered, as a whole percent, half up;
-- 0 and 100 only where they are exact.
WITH sums AS (
  SELECT m.folder, m.period, m.framework, m.section,
         SUM(CASE WHEN a.state IN ('levelled', 'other-way') THEN a.weight * a.points ELSE 0 END) AS earned,
         3 * SUM(CASE WHEN a.state IN ('levelled', 'other-way', 'unknown') THEN a.weight ELSE 0 END) AS answered
  FROM members m
  JOIN answers a ON a.folder = m.folder AND a.period = m.period AND a.question = m.question
  GROUP BY m.folder, m.period, m.framework, m.section
)
SELECT s.folder, s.period, s.framework, s.section,
       CASE WHEN s.earned = 0 THEN 0
            WHEN s.earned = s.answered THEN 100
            WHEN 200 * s.earned < s.answered THEN 1
            WHEN 200 * (s.answered - s.earned) <= s.answered THEN 99
            ELSE CAST(FLOOR((200 * s.earned + s.answered) / (2.0 * s.answered)) AS INTEGER)
       END AS score
FROM sums s
JOIN sections p ON p.folder = s.folder AND p.period = s.period AND p.framework = s.framework AND p.section = s.section
WHERE p.score IS NOT NULL
ORDER BY s.folder, s.period, s.framework, s.section;
