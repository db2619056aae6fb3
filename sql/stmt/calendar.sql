-- Working-day calendar: domain/calendar_store.c

-- All years of the nation and of one region, each a row with day NULL, and after it its days.
-- :name calendar_all many
-- :for account admin apply desk progress clock archive feedback calendar-import
-- :in region:text
-- :out local:int year:int day:day working:int name:text
SELECT region <> 'CN', year, NULL, NULL, NULL FROM calendar_year WHERE region IN ('CN', :region)
UNION ALL
SELECT y.region <> 'CN', y.year, d.day, d.working, d.name
FROM calendar_day d JOIN calendar_year y ON y.region = d.region AND y.year = YEAR(d.day)
WHERE d.region IN ('CN', :region)
ORDER BY 1, 2, 3;

-- :name calendar_year_lock one
-- :for admin calendar-import
-- :in region:text year:int
-- :out notice_no:text note:text imported_at:msec
SELECT notice_no, note, imported_at FROM calendar_year WHERE region = :region AND year = :year FOR UPDATE;

-- :name calendar_year_add none
-- :for admin calendar-import
-- :in region:text year:int notice_no:text note:text now:msec
INSERT INTO calendar_year (region, year, notice_no, note, imported_at)
VALUES (:region, :year, :notice_no, :note, :now);

-- :name calendar_year_set none
-- :for admin calendar-import
-- :in region:text year:int notice_no:text note:text now:msec
UPDATE calendar_year SET notice_no = :notice_no, note = :note, imported_at = :now
WHERE region = :region AND year = :year;

-- :name calendar_days many
-- :for admin calendar-import
-- :in region:text first:day last:day
-- :out day:day working:int name:text
SELECT day, working, name FROM calendar_day WHERE region = :region AND day BETWEEN :first AND :last ORDER BY day;

-- :name calendar_day_put none
-- :for admin calendar-import
-- :in region:text day:day working:int name:text
INSERT INTO calendar_day (region, day, working, name) VALUES (:region, :day, :working, :name)
ON DUPLICATE KEY UPDATE working = VALUES(working), name = VALUES(name);

-- :name calendar_day_drop none
-- :for admin calendar-import
-- :in region:text day:day
DELETE FROM calendar_day WHERE region = :region AND day = :day;
