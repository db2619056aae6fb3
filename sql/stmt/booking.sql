-- booking.sql - visits booked beforehand: domain/slot.c, booking.c, waitlist.c and their pages

-- --- opening hours -----------------------------------------------------------------------------------------

-- :name group_list many
-- :for booking clock desk admin
-- :out code:text name:text summary:text serve_min:int bookable:int position:int
SELECT code, name, summary, serve_min, bookable, position FROM service_group ORDER BY position, code;

-- :name group_get one
-- :for booking desk
-- :in code:text
-- :out code:text name:text summary:text bookable:int position:int
SELECT code, name, summary, bookable, position FROM service_group WHERE code = CONVERT(:code USING ascii);

-- All rules of all groups that hold on some day of the span.
-- :name opening_rules many
-- :for clock admin
-- :in first:day last:day
-- :out id:int group_code:text weekday:int from_min:int until_min:int slot_min:int places:int from_day:day until_day:day
SELECT id, group_code, weekday, from_min, until_min, slot_min, places, from_day, until_day FROM opening
WHERE from_day <= :last AND (until_day IS NULL OR until_day >= :first) ORDER BY group_code, weekday, from_min, id;

-- :name closures_at many
-- :for clock admin
-- :in first:msec last:msec
-- :out id:int group_code:text from_at:msec until_at:msec reason:text
SELECT id, group_code, from_at, until_at, reason FROM closure
WHERE until_at > :first AND from_at < :last AND ended_at IS NULL ORDER BY until_at, id;

-- --- slots ----------------------------------------------------------------------------------------------------

-- :name slots_ahead many
-- :for clock
-- :in first:day last:day
-- :out id:int group_code:text day:day from_min:int until_min:int places:int closed_why:text
SELECT id, group_code, day, from_min, until_min, places, closed_why FROM slot FORCE INDEX (slot_day)
WHERE day >= :first AND day <= :last ORDER BY day, id;

-- :name slot_add none
-- :for clock
-- :in group_code:text day:day from_min:int until_min:int start_at:msec end_at:msec places:int closed_why:text
INSERT INTO slot (group_code, day, from_min, until_min, start_at, end_at, places, closed_why)
VALUES (:group_code, :day, :from_min, :until_min, :start_at, :end_at, :places, :closed_why);

-- :name slot_lock one
-- :for clock
-- :in id:int
-- :out day:day places:int closed_why:text
SELECT day, places, closed_why FROM slot WHERE id = :id FOR UPDATE;

-- :name slot_set none
-- :for clock
-- :in id:int places:int closed_why:text
UPDATE slot SET places = :places, closed_why = :closed_why WHERE id = :id;

-- :name places_lock many
-- :for clock
-- :in slot_id:int now:msec
-- :out no:int taken:int opens_at:msec
SELECT no, booking_id IS NOT NULL OR (hold_until IS NOT NULL AND hold_until > :now), opens_at FROM place
WHERE slot_id = :slot_id ORDER BY no FOR UPDATE;

-- Places first_no to last_no; those above late_after are released late.
-- :name place_add none
-- :for clock
-- :in slot_id:int first_no:int last_no:int late_after:int early_at:msec late_at:msec
INSERT INTO place (slot_id, no, group_code, opens_at, shuts_at)
WITH RECURSIVE n (no) AS (SELECT CAST(:first_no AS INT) UNION ALL SELECT no + 1 FROM n WHERE no < :last_no)
SELECT s.id, n.no, s.group_code, IF(n.no > :late_after, :late_at, :early_at), s.start_at FROM n JOIN slot s ON s.id = :slot_id;

-- :name place_open none
-- :for clock
-- :in slot_id:int no:int opens_at:msec
UPDATE place SET opens_at = :opens_at WHERE slot_id = :slot_id AND no = :no;

-- A closure stops bookings at once and says why; the clock job does the rest.  The reason is what tells the clock job that the
-- places are to come back when the closure is taken back before it ran.  What is closed already keeps its reason.  group_code
-- NULL: all.
-- :name slots_stop none
-- :for admin
-- :in group_code:text from_at:msec until_at:msec first:day last:day never:msec closed_why:text
UPDATE slot s LEFT JOIN place p ON p.slot_id = s.id
SET p.opens_at = :never, s.closed_why = :closed_why
WHERE s.day >= :first AND s.day <= :last AND s.start_at < :until_at AND s.end_at > :from_at AND s.closed = 0
  AND (:group_code IS NULL OR s.group_code = :group_code);

-- :name slot_days many
-- :for booking desk
-- :in group_code:text first:day last:day now:msec never:msec
-- :out day:day free:int later:int taken:int next_open:msec
SELECT s.day,
  SUM(p.booking_id IS NULL AND (p.hold_until IS NULL OR p.hold_until <= :now) AND p.opens_at <= :now),
  SUM(p.booking_id IS NULL AND (p.hold_until IS NULL OR p.hold_until <= :now) AND p.opens_at > :now AND p.opens_at < :never),
  SUM(p.booking_id IS NOT NULL OR p.hold_until > :now),
  MIN(IF(p.booking_id IS NULL AND p.opens_at > :now AND p.opens_at < :never, p.opens_at, NULL))
FROM slot s JOIN place p ON p.slot_id = s.id
WHERE s.group_code = CONVERT(:group_code USING ascii) AND s.day >= :first AND s.day <= :last AND s.start_at > :now
GROUP BY s.day ORDER BY s.day;

-- :name slot_times many
-- :for booking desk
-- :in group_code:text day:day now:msec never:msec
-- :out id:int from_min:int until_min:int closed_why:text free:int later:int taken:int next_open:msec
SELECT s.id, s.from_min, s.until_min, s.closed_why,
  SUM(p.booking_id IS NULL AND (p.hold_until IS NULL OR p.hold_until <= :now) AND p.opens_at <= :now),
  SUM(p.booking_id IS NULL AND (p.hold_until IS NULL OR p.hold_until <= :now) AND p.opens_at > :now AND p.opens_at < :never),
  SUM(p.booking_id IS NOT NULL OR p.hold_until > :now),
  MIN(IF(p.booking_id IS NULL AND p.opens_at > :now AND p.opens_at < :never, p.opens_at, NULL))
FROM slot s JOIN place p ON p.slot_id = s.id
WHERE s.group_code = CONVERT(:group_code USING ascii) AND s.day = :day AND s.start_at > :now
GROUP BY s.id, s.from_min, s.until_min, s.closed_why ORDER BY s.from_min, s.until_min;

-- --- places ---------------------------------------------------------------------------------------------------

-- :name slot_when one
-- :for booking desk clock
-- :in id:int
-- :out group_code:text day:day from_min:int until_min:int start_at:msec end_at:msec closed_why:text places:int
SELECT group_code, day, from_min, until_min, start_at, end_at, closed_why, places FROM slot WHERE id = :id;

-- The one statement that takes a place: the first free one after this number.  Its own comes back as insert_id.  What is taken is
-- passed over without waiting; for what is being taken at this moment it waits.  No ORDER BY: the primary key gives the order, and
-- sorting would collect rows in a file first.  Places of a closed slot open in the year 9999.
-- :name place_take none
-- :for booking desk clock
-- :in slot_id:int group_code:text after_no:int now:msec hold_key:bytes hold_until:msec live_key:bytes
UPDATE place SET hold_key = :hold_key, hold_until = IF(LAST_INSERT_ID(no) > 0, :hold_until, NULL), live_key = :live_key
WHERE slot_id = :slot_id AND no > :after_no AND group_code = CONVERT(:group_code USING ascii)
  AND booking_id IS NULL AND (hold_until IS NULL OR hold_until <= :now) AND opens_at <= :now AND shuts_at > :now
LIMIT 1;

-- Why none was taken.  Takes no lock: those who come too late wait for nobody.
-- :name slot_look one
-- :for booking desk clock
-- :in slot_id:int now:msec
-- :out group_code:text open:int free:int
SELECT s.group_code, s.start_at > :now AND s.closed_why IS NULL,
  EXISTS (SELECT 1 FROM place p WHERE p.slot_id = s.id AND p.booking_id IS NULL
    AND (p.hold_until IS NULL OR p.hold_until <= :now) AND p.opens_at <= :now)
FROM slot s WHERE s.id = :slot_id;

-- This place and no other: an offer to who waits.
-- :name place_offer none
-- :for booking desk clock
-- :in slot_id:int no:int now:msec hold_key:bytes hold_until:msec live_key:bytes
UPDATE place SET hold_key = :hold_key, hold_until = :hold_until, live_key = :live_key
WHERE slot_id = :slot_id AND no = :no AND booking_id IS NULL AND (hold_until IS NULL OR hold_until <= :now)
  AND opens_at <= :now;

-- :name place_live one
-- :for booking desk clock
-- :in live_key:bytes
-- :out slot_id:int no:int booking_id:ref hold_key:bytes hold_until:msec
SELECT slot_id, no, booking_id, hold_key, hold_until FROM place WHERE live_key = :live_key;

-- :name place_hold one
-- :for booking desk
-- :in slot_id:int no:int hold_key:bytes
-- :out booking_id:ref hold_until:msec live_key:bytes start_at:msec end_at:msec
SELECT p.booking_id, p.hold_until, p.live_key, s.start_at, s.end_at
FROM place p JOIN slot s ON s.id = p.slot_id
WHERE p.slot_id = :slot_id AND p.no = :no AND p.hold_key = :hold_key;

-- A hold ends: given back, or over and in the way of its owner's next.
-- :name place_give_back none
-- :for booking desk clock
-- :in slot_id:int no:int hold_key:bytes
UPDATE place SET hold_key = NULL, hold_until = NULL, live_key = NULL
WHERE slot_id = :slot_id AND no = :no AND hold_key = :hold_key AND booking_id IS NULL;

-- :name place_confirm none
-- :for booking desk
-- :in slot_id:int no:int hold_key:bytes live_key:bytes booking_id:int now:msec
UPDATE place SET booking_id = :booking_id, live_key = :live_key, hold_key = NULL, hold_until = NULL
WHERE slot_id = :slot_id AND no = :no AND hold_key = :hold_key AND booking_id IS NULL AND hold_until > :now;

-- The visit will not take place, or has: the place is free, if it is open still.
-- :name place_clear none
-- :for booking desk clock
-- :in slot_id:int no:int booking_id:int
UPDATE place SET booking_id = NULL, live_key = NULL, hold_key = NULL, hold_until = NULL
WHERE slot_id = :slot_id AND no = :no AND booking_id = :booking_id;

-- The person came or did not: the place stays theirs, and they may book anew.
-- :name place_past none
-- :for desk clock hall
-- :in slot_id:int no:int booking_id:int
UPDATE place SET live_key = NULL WHERE slot_id = :slot_id AND no = :no AND booking_id = :booking_id;

-- --- bookings --------------------------------------------------------------------------------------------------

-- :name booking_add none
-- :for booking desk
-- :in ref:bytes hold_key:bytes group_code:text matter_code:text matter_name:text case_id:ref account_id:ref person_bidx:bytes
-- :in id_type:text id_sealed:bytes id_mask:text kind:text name:text phone_sealed:bytes phone_bidx:bytes phone_mask:text
-- :in live_key:bytes slot_id:int place_no:int now:msec made_by:ref
INSERT INTO booking (ref, hold_key, group_code, matter_code, matter_name, case_id, account_id, person_bidx, id_type, id_sealed,
  id_mask, kind, name, phone_sealed, phone_bidx, phone_mask, live_key, state, slot_id, place_no, start_at, end_at, made_at,
  made_by)
SELECT :ref, :hold_key, :group_code, :matter_code, :matter_name, :case_id, :account_id, :person_bidx, :id_type, :id_sealed,
  :id_mask, :kind, :name, :phone_sealed, :phone_bidx, :phone_mask, :live_key, 'booked', s.id, :place_no, s.start_at, s.end_at,
  :now, :made_by
FROM slot s WHERE s.id = :slot_id;

-- :name booking_by_hold one
-- :for booking desk
-- :in hold_key:bytes
-- :out id:int
SELECT id FROM booking WHERE hold_key = :hold_key;

-- :name booking_get one
-- :for booking desk clock hall
-- :in id:int
-- :row booking_full
-- :out id:int ref:bytes token_version:int group_code:text group_name:text matter_code:text matter_name:text case_id:ref
-- :out short_no:text account_id:ref kind:text name:text id_type:text id_mask:text phone_mask:text person_bidx:bytes
-- :out live_key:bytes state:text slot_id:int place_no:int start_at:msec end_at:msec made_at:msec displaced_at:msec
-- :out ended_at:msec closed_why:text ended_why:text made_by:ref moved:int told:int excused:int appeal:text
-- :out appeal_decision:text appeal_reply:text
SELECT b.id, b.ref, b.token_version, b.group_code, g.name, b.matter_code, b.matter_name, b.case_id, c.short_no, b.account_id,
  b.kind, b.name, b.id_type, b.id_mask, b.phone_mask, b.person_bidx, b.live_key, b.state, b.slot_id, b.place_no, b.start_at,
  b.end_at, b.made_at, b.displaced_at, b.ended_at, s.closed_why, b.ended_why, b.made_by, b.moved, b.told, b.excused, a.text,
  a.decision, a.reply
FROM booking b JOIN service_group g ON g.code = b.group_code JOIN slot s ON s.id = b.slot_id
LEFT JOIN cases c ON c.id = b.case_id LEFT JOIN booking_appeal a ON a.booking_id = b.id
WHERE b.id = :id;

-- :name booking_by_ref one
-- :for booking desk hall
-- :in ref:bytes
-- :out id:int
SELECT id FROM booking WHERE ref = :ref;

-- :name booking_lock one
-- :for booking desk clock hall
-- :in id:int
-- :out state:text slot_id:int place_no:int start_at:msec end_at:msec displaced_at:msec
SELECT state, slot_id, place_no, start_at, end_at, displaced_at FROM booking WHERE id = :id FOR UPDATE;

-- :name booking_move none
-- :for booking desk
-- :in id:int hold_key:bytes slot_id:int place_no:int
UPDATE booking b JOIN slot s ON s.id = :slot_id
SET b.hold_key = :hold_key, b.slot_id = s.id, b.place_no = :place_no, b.start_at = s.start_at, b.end_at = s.end_at,
  b.moved = b.moved + 1, b.displaced_at = NULL, b.offer_told = 0, b.reminded = 0
WHERE b.id = :id;

-- :name booking_end none
-- :for booking desk clock hall
-- :in id:int state:text now:msec ended_why:text
UPDATE booking SET state = :state, ended_at = :now, ended_why = :ended_why WHERE id = :id AND state = 'booked';

-- :name booking_told none
-- :for booking desk clock
-- :in id:int
UPDATE booking SET told = told + 1 WHERE id = :id;

-- :name booking_contact one
-- :for booking desk clock
-- :in id:int
-- :out phone_sealed:bytes told:int
SELECT phone_sealed, told FROM booking WHERE id = :id;

-- Of one's own, latest first.
-- :name bookings_own many
-- :for booking
-- :in account_id:int limit:int
-- :out id:int ref:bytes token_version:int group_name:text matter_name:text state:text start_at:msec end_at:msec displaced_at:msec
SELECT b.id, b.ref, b.token_version, g.name, b.matter_name, b.state, b.start_at, b.end_at, b.displaced_at
FROM booking b JOIN service_group g ON g.code = b.group_code
WHERE b.account_id = :account_id ORDER BY b.id DESC LIMIT :limit;

-- Absences that count, latest first.
-- :name booking_absences many
-- :for booking desk clock
-- :in person_bidx:bytes since:msec
-- :out start_at:msec
SELECT start_at FROM booking WHERE person_bidx = :person_bidx AND state = 'no_show' AND excused = 0 AND start_at >= :since
ORDER BY start_at DESC LIMIT 20;

-- --- who and what for -------------------------------------------------------------------------------------------

-- :name booking_account one
-- :for booking desk
-- :in id:int
-- :out kind:text name:text id_type:text id_mask:text id_bidx:bytes phone_sealed:bytes
SELECT kind, name, id_type, id_mask, id_bidx, phone_sealed FROM account WHERE id = :id;

-- :name booking_matter one
-- :for booking desk
-- :in code:text
-- :out code:text name:text group_code:text
SELECT m.code, m.name, gm.group_code FROM matter m JOIN group_matter gm ON gm.matter_code = m.code
WHERE m.code = CONVERT(:code USING ascii) AND m.state = 'on';

-- :name booking_case one
-- :for booking desk
-- :in short_no:text
-- :out id:int account_id:ref matter_code:text matter_name:text state:text group_code:text
SELECT c.id, c.account_id, c.matter_code, c.matter_name, c.state, gm.group_code
FROM cases c JOIN group_matter gm ON gm.matter_code = c.matter_code
WHERE c.short_no = CONVERT(:short_no USING ascii);

-- Matters that can be booked, with the group where they are handled.
-- :name booking_matters many
-- :for booking desk
-- :out code:text name:text group_code:text dept_name:text
SELECT m.code, m.name, gm.group_code, d.name
FROM matter m JOIN group_matter gm ON gm.matter_code = m.code JOIN dept d ON d.code = m.dept_code
WHERE m.state = 'on' AND m.current_revision IS NOT NULL ORDER BY m.position, m.id LIMIT 200;

-- --- the clock job ------------------------------------------------------------------------------------------------

-- Time closed, or open again, and not told so.  Closed slots ahead are few, and so are those who were told.
-- :name bookings_displaced many
-- :for clock
-- :in now:msec today:day limit:int
-- :out id:int closed:int
SELECT x.id, x.closed FROM (
  (SELECT b.id, b.start_at, 1 AS closed
    FROM slot s FORCE INDEX (slot_closed) STRAIGHT_JOIN booking b FORCE INDEX (booking_slot) ON b.slot_id = s.id
    WHERE s.closed = 1 AND s.day >= :today AND s.start_at > :now AND b.state = 'booked' AND b.offer_told = 0)
  UNION ALL
  (SELECT b.id, b.start_at, 0
    FROM booking b FORCE INDEX (booking_told) STRAIGHT_JOIN slot s ON s.id = b.slot_id
    WHERE b.offer_told = 1 AND b.start_at > :now AND b.state = 'booked' AND s.closed = 0)) AS x
ORDER BY x.start_at, x.id LIMIT :limit;

-- :name booking_displaced_set none
-- :for clock
-- :in id:int displaced_at:msec offer_told:int
UPDATE booking SET displaced_at = :displaced_at, offer_told = :offer_told WHERE id = :id;

-- Slots of the group after a time, where something is free, nearest first.
-- :name slots_next many
-- :for clock
-- :in group_code:text after:msec first:day now:msec
-- :out id:int
SELECT s.id FROM slot s FORCE INDEX (slot_when)
WHERE s.group_code = :group_code AND s.day >= :first AND s.start_at > :after AND s.closed_why IS NULL
  AND EXISTS (SELECT 1 FROM place p WHERE p.slot_id = s.id AND p.booking_id IS NULL
    AND (p.hold_until IS NULL OR p.hold_until <= :now) AND p.opens_at <= :now)
ORDER BY s.day, s.from_min LIMIT 3;

-- :name bookings_to_remind many
-- :for clock
-- :in first:msec last:msec limit:int
-- :out id:int
SELECT id FROM booking
WHERE state = 'booked' AND start_at >= :first AND start_at < :last AND reminded = 0 AND displaced_at IS NULL
ORDER BY start_at, id LIMIT :limit;

-- :name booking_reminded none
-- :for clock
-- :in id:int
UPDATE booking SET reminded = 1 WHERE id = :id;

-- :name bookings_past many
-- :for clock
-- :in before:msec limit:int
-- :out id:int
SELECT id FROM booking WHERE state = 'booked' AND start_at < :before ORDER BY start_at, id LIMIT :limit;

-- --- waiting list ---------------------------------------------------------------------------------------------------

-- :name waiter_add none
-- :for booking
-- :in group_code:text day:day subject:text account_id:int live_key:bytes now:msec
INSERT INTO waiter (group_code, day, subject, account_id, live_key, state, joined_at)
VALUES (:group_code, :day, :subject, :account_id, :live_key, 'waiting', :now);

-- :name waiters_own many
-- :for booking
-- :in account_id:int today:day
-- :out id:int group_code:text group_name:text day:day subject:text state:text slot_id:ref place_no:ref hold_key:bytes
-- :out offer_until:msec live_key:bytes before:int
SELECT w.id, w.group_code, g.name, w.day, w.subject, w.state, w.slot_id, w.place_no, w.hold_key, w.offer_until, w.live_key,
  (SELECT COUNT(*) FROM waiter o WHERE o.group_code = w.group_code AND o.day = w.day AND o.state = 'waiting' AND o.id < w.id)
FROM waiter w JOIN service_group g ON g.code = w.group_code
WHERE w.account_id = :account_id AND w.day >= :today ORDER BY w.id DESC LIMIT 20;

-- :name waiter_leave none
-- :for booking
-- :in id:int account_id:int
UPDATE waiter SET state = 'left' WHERE id = :id AND account_id = :account_id AND state IN ('waiting', 'offered');

-- :name waiter_own_hold one
-- :for booking
-- :in id:int account_id:int
-- :out state:text slot_id:ref place_no:ref hold_key:bytes
SELECT state, slot_id, place_no, hold_key FROM waiter WHERE id = :id AND account_id = :account_id;

-- :name waiter_taken none
-- :for booking
-- :in hold_key:bytes live_key:bytes slot_id:int
UPDATE waiter SET state = 'taken'
WHERE open_key = :live_key AND state = 'offered' AND hold_key = :hold_key AND slot_id = :slot_id;

-- :name waiters_next many
-- :for booking desk clock
-- :in group_code:text day:day
-- :out id:int account_id:int live_key:bytes subject:text phone_sealed:bytes told:int
SELECT w.id, w.account_id, w.live_key, w.subject, a.phone_sealed, w.told FROM waiter w JOIN account a ON a.id = w.account_id
WHERE w.group_code = :group_code AND w.day = :day AND w.state = 'waiting' ORDER BY w.id LIMIT 5;

-- :name waiter_offer none
-- :for booking desk clock
-- :in id:int slot_id:int place_no:int hold_key:bytes offer_until:msec
UPDATE waiter SET state = 'offered', slot_id = :slot_id, place_no = :place_no, hold_key = :hold_key, offer_until = :offer_until,
  told = told + 1
WHERE id = :id AND state = 'waiting';

-- :name waiter_lapse none
-- :for booking desk clock
-- :in id:int
UPDATE waiter SET state = 'lapsed' WHERE id = :id AND state IN ('waiting', 'offered');

-- Offers that ran out.
-- :name waiters_over many
-- :for clock
-- :in now:msec today:day
-- :out id:int slot_id:int place_no:int hold_key:bytes
SELECT id, slot_id, place_no, hold_key FROM waiter WHERE state = 'offered' AND (offer_until <= :now OR day < :today) LIMIT 200;

-- :name waiters_gone none
-- :for clock
-- :in today:day
UPDATE waiter SET state = 'lapsed' WHERE state = 'waiting' AND day < :today;

-- Days for which somebody waits and something is free.
-- :name waiters_days many
-- :for clock
-- :in today:day now:msec
-- :out slot_id:int no:int
SELECT p.slot_id, MIN(p.no)
FROM (SELECT DISTINCT group_code, day FROM waiter WHERE state = 'waiting' AND day >= :today) AS w
JOIN slot s ON s.group_code = w.group_code AND s.day = w.day AND s.start_at > :now
JOIN place p ON p.slot_id = s.id AND p.booking_id IS NULL AND (p.hold_until IS NULL OR p.hold_until <= :now) AND p.opens_at <= :now
GROUP BY p.slot_id LIMIT 100;

-- --- appeals -----------------------------------------------------------------------------------------------------------

-- :name appeal_add none
-- :for booking
-- :in booking_id:int text:text now:msec
INSERT INTO booking_appeal (booking_id, text, made_at) VALUES (:booking_id, :text, :now);

-- :name appeals_open many
-- :for desk
-- :in limit:int
-- :out booking_id:int text:text made_at:msec name:text kind:text group_name:text matter_name:text start_at:msec end_at:msec person_bidx:bytes
SELECT a.booking_id, a.text, a.made_at, b.name, b.kind, g.name, b.matter_name, b.start_at, b.end_at, b.person_bidx
FROM booking_appeal a JOIN booking b ON b.id = a.booking_id JOIN service_group g ON g.code = b.group_code
WHERE a.decision IS NULL ORDER BY a.made_at, a.booking_id LIMIT :limit;

-- :name appeal_decide none
-- :for desk
-- :in booking_id:int decision:text reply:text staff_id:int staff_name:text now:msec
UPDATE booking_appeal SET decision = :decision, reply = :reply, decided_by = :staff_id, decided_name = :staff_name, decided_at = :now
WHERE booking_id = :booking_id AND decision IS NULL;

-- :name booking_excuse none
-- :for desk
-- :in id:int
UPDATE booking SET excused = 1 WHERE id = :id;

-- --- at the desk ----------------------------------------------------------------------------------------------------------

-- Of a person or telephone, latest first.
-- :name desk_bookings_of many
-- :for desk
-- :in person_bidx:bytes phone_bidx:bytes
-- :row desk_bookings
-- :out id:int group_name:text matter_name:text kind:text name:text phone_mask:text state:text start_at:msec end_at:msec displaced_at:msec
SELECT x.id, g.name, x.matter_name, x.kind, x.name, x.phone_mask, x.state, x.start_at, x.end_at, x.displaced_at
FROM ((SELECT * FROM booking WHERE person_bidx = :person_bidx ORDER BY id DESC LIMIT 30)
  UNION (SELECT * FROM booking WHERE phone_bidx = :phone_bidx ORDER BY id DESC LIMIT 30)) AS x
JOIN service_group g ON g.code = x.group_code ORDER BY x.id DESC;

-- Of a day.
-- :name desk_bookings_day many
-- :for desk
-- :in group_code:text first:msec last:msec
-- :row desk_bookings
-- :out id:int group_name:text matter_name:text kind:text name:text phone_mask:text state:text start_at:msec end_at:msec displaced_at:msec
SELECT b.id, g.name, b.matter_name, b.kind, b.name, b.phone_mask, b.state, b.start_at, b.end_at, b.displaced_at
FROM booking b FORCE INDEX (booking_group) JOIN service_group g ON g.code = b.group_code
WHERE b.group_code = CONVERT(:group_code USING ascii) AND b.start_at >= :first AND b.start_at < :last
ORDER BY b.start_at, b.id LIMIT 500;
