-- Asks and decisions that were past their date on Nov. 2, 2026, while the gap was open.
SELECT folder, COUNT(*) AS overdue
FROM matters
WHERE closed IS NULL AND day < DATE '2026-11-02'
GROUP BY folder
ORDER BY folder;
