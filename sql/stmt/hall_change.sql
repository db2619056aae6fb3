-- hall_change.sql - changing the hall: locks, who is at a window, and the record of what was changed (domain/hall_change.h,
-- closure.h, hours.h, window.h).  What is changed is in window.sql.

-- :name hall_change_add none
-- :for admin
-- :in now:msec topic:text subject:text what:text staff_id:int staff_name:text acting_name:text
INSERT INTO hall_change (at, topic, subject, what, staff_id, staff_name, acting_name)
VALUES (:now, :topic, :subject, :what, :staff_id, :staff_name, :acting_name);

-- :name hall_changes many
-- :for admin
-- :row hall_change
-- :in topic:text limit:int
-- :out at:msec what:text staff_name:text acting_name:text
SELECT at, what, staff_name, acting_name FROM hall_change WHERE topic = CONVERT(:topic USING ascii) ORDER BY id DESC LIMIT :limit;

-- The same of one group or window.
-- :name hall_changes_of many
-- :for admin
-- :row hall_change
-- :in topic:text subject:text limit:int
-- :out at:msec what:text staff_name:text acting_name:text
SELECT at, what, staff_name, acting_name FROM hall_change
WHERE topic = CONVERT(:topic USING ascii) AND subject = CONVERT(:subject USING ascii) ORDER BY id DESC LIMIT :limit;

-- One who changes a group or its hours at a time.
-- :name group_lock one
-- :for admin
-- :in code:text
-- :out code:text name:text summary:text serve_min:int bookable:int position:int
SELECT code, name, summary, serve_min, bookable, position FROM service_group WHERE code = CONVERT(:code USING ascii) FOR UPDATE;

-- :name group_add none
-- :for admin
-- :in code:text name:text summary:text serve_min:int bookable:int position:int
INSERT INTO service_group (code, name, summary, serve_min, bookable, position)
VALUES (:code, :name, :summary, :serve_min, :bookable, :position);

-- Rules of a group that hold on some day from the first on, earlier ones first.
-- :name opening_lock many
-- :for admin
-- :in group_code:text first:day
-- :out id:int weekday:int from_min:int until_min:int slot_min:int places:int from_day:day until_day:day
SELECT id, weekday, from_min, until_min, slot_min, places, from_day, until_day FROM opening
WHERE group_code = :group_code AND (until_day IS NULL OR until_day >= :first) ORDER BY id FOR UPDATE;

-- :name window_lock one
-- :for admin
-- :in code:text
-- :out code:text name:text kind:text zone:text enabled:int position:int
SELECT code, name, kind, zone, enabled, position FROM service_window WHERE code = CONVERT(:code USING ascii) FOR UPDATE;

-- :name window_add none
-- :for admin
-- :in code:text name:text kind:text zone:text enabled:int position:int
INSERT INTO service_window (code, name, kind, zone, enabled, position) VALUES (:code, :name, :kind, :zone, :enabled, :position);

-- Why a window cannot be taken away now: who sits there, and tickets that were passed on to it alone.
-- :name window_busy one
-- :for admin
-- :in code:text today:day
-- :out staff_name:text tickets:int
SELECT (SELECT l.staff_name FROM window_live l WHERE l.live_window = CONVERT(:code USING ascii)),
  (SELECT COUNT(*) FROM ticket t WHERE t.queue = CONCAT('@', CONVERT(:code USING ascii)) AND t.state IN ('waiting', 'skipped')
   AND t.day = :today);

-- Who could sit at a window.
-- :name duty_person one
-- :for admin
-- :in login:text today:day
-- :out id:int name:text roles:text
SELECT f.id, f.name,
  (SELECT GROUP_CONCAT(r.role SEPARATOR ' ') FROM staff_role r WHERE r.staff_id = f.id AND r.valid_from <= :today
   AND (r.valid_until IS NULL OR r.valid_until >= :today))
FROM staff f WHERE f.login = CONVERT(:login USING ascii) AND f.enabled = 1;

-- Duties of one window that are not over.
-- :name duty_of_window many
-- :for admin
-- :in window_code:text today:day
-- :out id:int staff_id:int name:text post:text from_day:day until_day:day
SELECT d.id, d.staff_id, f.name, d.post, d.from_day, d.until_day FROM window_duty d JOIN staff f ON f.id = d.staff_id
WHERE d.window_code = CONVERT(:window_code USING ascii) AND (d.until_day IS NULL OR d.until_day >= :today)
ORDER BY d.from_day, d.id LIMIT 100;

-- One that has not begun never held.
-- :name duty_drop none
-- :for admin
-- :in id:int today:day
DELETE FROM window_duty WHERE id = :id AND from_day > :today;

-- Closures, those that end last first.
-- :name closure_list many
-- :for admin
-- :in limit:int
-- :out id:int group_code:text group_name:text from_at:msec until_at:msec reason:text made_by:text made_at:msec ended_at:msec
SELECT c.id, c.group_code, g.name, c.from_at, c.until_at, c.reason, f.name, c.made_at, c.ended_at
FROM closure c FORCE INDEX (closure_until) LEFT JOIN service_group g ON g.code = c.group_code STRAIGHT_JOIN staff f ON f.id = c.made_by
ORDER BY c.until_at DESC, c.id DESC LIMIT :limit;

-- :name closure_lock one
-- :for admin
-- :in id:int
-- :out group_code:text group_name:text from_at:msec until_at:msec reason:text
SELECT c.group_code, g.name, c.from_at, c.until_at, c.reason FROM closure c LEFT JOIN service_group g ON g.code = c.group_code
WHERE c.id = :id FOR UPDATE;
