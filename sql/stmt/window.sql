-- window.sql - the hall as administrators keep it: groups, windows, who sits there, matters, opening hours, closures

-- :name window_list many
-- :for admin
-- :in today:day
-- :out code:text name:text kind:text zone:text enabled:int position:int groups:text a_post:text b_post:text
SELECT w.code, w.name, w.kind, w.zone, w.enabled, w.position,
  (SELECT GROUP_CONCAT(g.group_code ORDER BY g.group_code SEPARATOR ' ') FROM window_group g WHERE g.window_code = w.code),
  (SELECT GROUP_CONCAT(f.name ORDER BY f.id SEPARATOR '、') FROM window_duty d JOIN staff f ON f.id = d.staff_id
   WHERE d.window_code = w.code AND d.post = 'A' AND d.from_day <= :today AND (d.until_day IS NULL OR d.until_day >= :today)),
  (SELECT GROUP_CONCAT(f.name ORDER BY f.id SEPARATOR '、') FROM window_duty d JOIN staff f ON f.id = d.staff_id
   WHERE d.window_code = w.code AND d.post = 'B' AND d.from_day <= :today AND (d.until_day IS NULL OR d.until_day >= :today))
FROM service_window w ORDER BY w.position, w.code;

-- :name window_set none
-- :for admin
-- :in code:text name:text kind:text zone:text enabled:int position:int
UPDATE service_window SET name = :name, kind = :kind, zone = :zone, enabled = :enabled, position = :position WHERE code = :code;

-- :name window_groups_drop none
-- :for admin
-- :in window_code:text
DELETE FROM window_group WHERE window_code = :window_code;

-- :name window_group_add none
-- :for admin
-- :in window_code:text group_code:text
INSERT INTO window_group (window_code, group_code) VALUES (:window_code, :group_code);

-- :name group_set none
-- :for admin
-- :in code:text name:text summary:text serve_min:int bookable:int position:int
UPDATE service_group SET name = :name, summary = :summary, serve_min = :serve_min, bookable = :bookable, position = :position
WHERE code = :code;

-- Every matter that is on, and where it is handled; NULL: nowhere yet (CAT-6).
-- :name group_matters many
-- :for admin
-- :out code:text name:text dept_name:text group_code:text
SELECT m.code, m.name, d.name, gm.group_code
FROM matter m JOIN dept d ON d.code = m.dept_code LEFT JOIN group_matter gm ON gm.matter_code = m.code
WHERE m.state = 'on' ORDER BY gm.group_code IS NOT NULL, m.position, m.id LIMIT 500;

-- :name group_matter_put none
-- :for admin
-- :in matter_code:text group_code:text
INSERT INTO group_matter (matter_code, group_code) VALUES (:matter_code, :group_code)
ON DUPLICATE KEY UPDATE group_code = VALUES(group_code);

-- :name duty_add none
-- :for admin
-- :in window_code:text staff_id:int post:text from_day:day until_day:day
INSERT INTO window_duty (window_code, staff_id, post, from_day, until_day)
VALUES (:window_code, :staff_id, :post, :from_day, :until_day);

-- Ends with yesterday, or was never in force: the row stays for those who ask later.
-- :name duty_end none
-- :for admin
-- :in id:int yesterday:day
UPDATE window_duty SET until_day = GREATEST(from_day, :yesterday) WHERE id = :id AND (until_day IS NULL OR until_day > :yesterday);

-- :name opening_add none
-- :for admin
-- :in group_code:text weekday:int from_min:int until_min:int slot_min:int places:int from_day:day until_day:day
INSERT INTO opening (group_code, weekday, from_min, until_min, slot_min, places, from_day, until_day)
VALUES (:group_code, :weekday, :from_min, :until_min, :slot_min, :places, :from_day, :until_day);

-- One that never held goes; one that did stays with its last day.
-- :name opening_end none
-- :for admin
-- :in id:int last:day
UPDATE opening SET until_day = :last WHERE id = :id AND from_day <= :last AND (until_day IS NULL OR until_day > :last);

-- :name opening_drop none
-- :for admin
-- :in id:int last:day
DELETE FROM opening WHERE id = :id AND from_day > :last;

-- :name closure_add none
-- :for admin
-- :in group_code:text from_at:msec until_at:msec reason:text made_by:int now:msec
INSERT INTO closure (group_code, from_at, until_at, reason, made_by, made_at)
VALUES (:group_code, :from_at, :until_at, :reason, :made_by, :now);

-- :name closure_end none
-- :for admin
-- :in id:int now:msec
UPDATE closure SET ended_at = :now WHERE id = :id AND ended_at IS NULL AND until_at > :now;

-- Who has booked a time of the span, and was not told yet that it is closed.  group_code NULL: all.  since: start of the first day
-- of the span, or the moment of now when that is later.
-- :name bookings_between many
-- :for admin
-- :in group_code:text from_at:msec until_at:msec since:msec limit:int
-- :out id:int group_name:text name:text kind:text matter_name:text start_at:msec end_at:msec
SELECT b.id, g.name, b.name, b.kind, b.matter_name, b.start_at, b.end_at
FROM booking b JOIN service_group g ON g.code = b.group_code JOIN slot s ON s.id = b.slot_id
WHERE b.state = 'booked' AND b.start_at >= :since AND b.start_at < :until_at AND b.end_at > :from_at AND s.closed = 0
  AND (:group_code IS NULL OR b.group_code = :group_code)
ORDER BY b.start_at, b.id LIMIT :limit;
