-- admin.sql - administration: years of the calendar, AB post substitution

-- :name calendar_years many
-- :for admin
-- :out region:text year:int notice_no:text imported_at:msec off:int made_up:int
SELECT y.region, y.year, y.notice_no, y.imported_at, COALESCE(n.off, 0), COALESCE(n.made_up, 0)
FROM calendar_year y
LEFT JOIN (
  SELECT region, YEAR(day) AS year, SUM(working = 0) AS off, SUM(working = 1) AS made_up
  FROM calendar_day GROUP BY region, YEAR(day)
) AS n ON n.region = y.region AND n.year = y.year
ORDER BY y.region, y.year DESC;

-- unit: NULL for every unit.
-- :name substitution_list many
-- :for admin
-- :in unit:text now:msec limit:int
-- :out id:int a_name:text b_name:text from_at:msec until_at:msec reason:text approver:text
SELECT s.id, a.name, b.name, s.from_at, s.until_at, s.reason, s.approver
FROM substitution s JOIN staff a ON a.id = s.a_staff JOIN staff b ON b.id = s.b_staff
WHERE s.until_at > :now AND (:unit IS NULL OR a.dept_code = :unit)
ORDER BY s.until_at, s.id LIMIT :limit;

-- :name substitution_staff one
-- :for admin
-- :in login:text unit:text
-- :out id:int name:text dept_code:text
SELECT id, name, dept_code FROM staff
WHERE login = :login AND enabled = 1 AND (:unit IS NULL OR dept_code = :unit);

-- :name substitution_add none
-- :for admin
-- :in a_staff:int b_staff:int from_at:msec until_at:msec reason:text approver:text
INSERT INTO substitution (a_staff, b_staff, from_at, until_at, reason, approver)
VALUES (:a_staff, :b_staff, :from_at, :until_at, :reason, :approver);

-- The row stays: who could act for whom, and when, must be answerable later.
-- :name substitution_end none
-- :for admin
-- :in id:int unit:text now:msec
UPDATE substitution s JOIN staff a ON a.id = s.a_staff
SET s.until_at = GREATEST(:now, s.from_at + INTERVAL 1 SECOND)
WHERE s.id = :id AND s.until_at > :now AND (:unit IS NULL OR a.dept_code = :unit);
