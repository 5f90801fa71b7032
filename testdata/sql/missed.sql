-- Practices that are not in place (No, Partly or Don't know) in the latest finished
-- quarters, of the sites that are asked and to which they apply.
SELECT a.question, COUNT(*) AS asked,
       SUM(CASE WHEN a.state = 'unknown' OR a.points < 2 THEN 1 ELSE 0 END) AS missed,
       SUM(CASE WHEN a.gap > 0 THEN 1 ELSE 0 END) AS below_target
FROM answers a
JOIN quarters q ON q.folder = a.folder AND q.period = a.period
WHERE q.latest AND NOT a.own AND a.state <> 'does-not-apply'
GROUP BY a.question
ORDER BY a.question;
