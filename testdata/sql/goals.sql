-- Essential goals met by each site in its latest finished quarter, of how many.
SELECT g.folder, g.period,
       SUM(CASE WHEN g.status = 'met' THEN 1 ELSE 0 END) AS met,
       SUM(CASE WHEN g.status = 'nearly met' THEN 1 ELSE 0 END) AS nearly,
       SUM(CASE WHEN g.status = 'met another way' THEN 1 ELSE 0 END) AS another_way,
       SUM(CASE WHEN g.status <> 'does not apply' THEN 1 ELSE 0 END) AS goals
FROM goals g
JOIN quarters q ON q.folder = g.folder AND q.period = g.period
WHERE q.latest
GROUP BY g.folder, g.period
ORDER BY g.folder;
