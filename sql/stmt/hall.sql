-- hall.sql - tickets, windows that are manned, and what the screens show: domain/ticket.c, domain/hall.c

-- Numbers of a day and letter, without gaps: the row is locked until the ticket is in.
-- :name ticket_number_next none
-- :for hall
-- :in day:day letter:text
INSERT INTO ticket_counter (day, letter, last_no) VALUES (:day, :letter, LAST_INSERT_ID(1))
ON DUPLICATE KEY UPDATE last_no = LAST_INSERT_ID(last_no + 1);

-- :name ticket_add none
-- :for hall
-- :in ref:bytes take_key:text day:day number:text group_code:text matter_code:text priority:text booking_id:ref account_id:ref
-- :in case_id:ref slot_at:msec now:msec rank_at:msec
INSERT INTO ticket (ref, take_key, day, number, group_code, matter_code, priority, booking_id, account_id, case_id, slot_at,
  arrived_at, rank_at, state, events)
VALUES (:ref, :take_key, :day, :number, :group_code, :matter_code, :priority, :booking_id, :account_id, :case_id, :slot_at,
  :now, :rank_at, 'waiting', 1);

-- :name ticket_get one
-- :row ticket
-- :for hall desk
-- :in id:int
-- :out id:int ref:bytes day:day number:text group_code:text window_only:text matter_code:text priority:text booking_id:ref
-- :out account_id:ref case_id:ref slot_at:msec arrived_at:msec rank_at:msec state:text window_code:text staff_id:ref calls:int
-- :out first_at:msec called_at:msec serving_at:msec skipped_at:msec ended_at:msec events:int guess_ms:ref last_at:msec
SELECT id, ref, day, number, group_code, window_only, matter_code, priority, booking_id, account_id, case_id, slot_at, arrived_at,
  rank_at, state, window_code, staff_id, calls, first_at, called_at, serving_at, skipped_at, ended_at, events, guess_ms,
  (SELECT e.at FROM ticket_event e WHERE e.ticket_id = ticket.id AND e.seq = ticket.events)
FROM ticket WHERE id = :id;

-- last_at: of its last event, read under the lock.
-- :name ticket_lock one
-- :row ticket
-- :for hall desk clock
-- :in id:int
-- :out id:int ref:bytes day:day number:text group_code:text window_only:text matter_code:text priority:text booking_id:ref
-- :out account_id:ref case_id:ref slot_at:msec arrived_at:msec rank_at:msec state:text window_code:text staff_id:ref calls:int
-- :out first_at:msec called_at:msec serving_at:msec skipped_at:msec ended_at:msec events:int guess_ms:ref last_at:msec
SELECT t.id, t.ref, t.day, t.number, t.group_code, t.window_only, t.matter_code, t.priority, t.booking_id, t.account_id, t.case_id,
  t.slot_at, t.arrived_at, t.rank_at, t.state, t.window_code, t.staff_id, t.calls, t.first_at, t.called_at, t.serving_at,
  t.skipped_at, t.ended_at, t.events, t.guess_ms, e.at
FROM ticket t STRAIGHT_JOIN ticket_event e ON e.ticket_id = t.id AND e.seq = t.events WHERE t.id = :id FOR UPDATE;

-- :name ticket_by_ref one
-- :for hall desk
-- :in ref:bytes
-- :out id:int
SELECT id FROM ticket WHERE ref = :ref;

-- :name ticket_by_key one
-- :for hall
-- :in take_key:text
-- :out id:int
SELECT id FROM ticket WHERE take_key = :take_key;

-- :name ticket_by_number one
-- :for hall desk
-- :in day:day number:text
-- :out id:int
SELECT id FROM ticket WHERE day = :day AND number = :number;

-- :name ticket_by_booking one
-- :for hall
-- :in booking_id:int today:day
-- :out id:int
SELECT id FROM ticket WHERE booking_id = :booking_id AND day = :today;

-- Who is called next at a window: the first of each of its lines; the one with the lowest rank of these is it.  No lock: the
-- caller takes it by ticket_call, which finds nothing when another window was faster.
-- :name ticket_heads many
-- :for desk
-- :in window_code:text day:day
-- :out id:int rank_at:msec events:int
SELECT t.id, t.rank_at, t.events FROM
  (SELECT g.group_code AS queue FROM window_group g WHERE g.window_code = :window_code
   UNION ALL SELECT CONCAT('@', :window_code)) AS q
JOIN ticket t ON t.id = (SELECT f.id FROM ticket f WHERE f.queue = q.queue AND f.state = 'waiting' AND f.day = :day
  ORDER BY f.rank_at, f.id LIMIT 1);

-- :name ticket_call none
-- :for desk
-- :in id:int window_code:text staff_id:int now:msec
UPDATE ticket SET state = 'called', window_code = :window_code, staff_id = :staff_id, calls = calls + 1,
  first_at = COALESCE(first_at, :now), called_at = :now, serving_at = NULL, skipped_at = NULL, events = events + 1
WHERE id = :id AND state = 'waiting';

-- :name ticket_set none
-- :for hall desk clock
-- :in id:int state:text group_code:text window_only:text calls:int called_at:msec serving_at:msec skipped_at:msec ended_at:msec
UPDATE ticket SET state = :state, group_code = :group_code, window_only = :window_only, calls = :calls, called_at = :called_at,
  serving_at = :serving_at, skipped_at = :skipped_at, ended_at = :ended_at, events = events + 1
WHERE id = :id;

-- :name ticket_guess_set none
-- :for hall
-- :in id:int guess_ms:ref
UPDATE ticket SET guess_ms = :guess_ms WHERE id = :id AND guess_ms IS NULL;

-- What was served, for the right to rate it.
-- :name ticket_about one
-- :for desk
-- :in id:int
-- :out dept_code:text matter_code:text matter_name:text person:bytes account_id:ref
SELECT COALESCE(c.dept_code, m.dept_code), COALESCE(c.matter_code, m.code), COALESCE(c.matter_name, m.name), c.applicant_id_bidx,
  COALESCE(t.account_id, c.account_id)
FROM ticket t LEFT JOIN cases c ON c.id = t.case_id LEFT JOIN matter m ON m.code = t.matter_code WHERE t.id = :id;

-- What the window found out: whose case it is.
-- :name ticket_case_set none
-- :for desk
-- :in id:int case_id:ref
UPDATE ticket SET case_id = :case_id WHERE id = :id AND state = 'serving';

-- :name ticket_event_add none
-- :for hall desk clock
-- :in ticket_id:int seq:int now:msec act:text state:text queue:text window_code:text actor_kind:text actor_id:int actor_name:text
-- :in note:text
INSERT INTO ticket_event (ticket_id, seq, at, act, state, queue, window_code, actor_kind, actor_id, actor_name, note)
VALUES (:ticket_id, :seq, :now, :act, :state, :queue, :window_code, :actor_kind, :actor_id, :actor_name, :note);

-- What the window that sent it on wrote for the next.
-- :name ticket_word one
-- :for desk
-- :in id:int
-- :out note:text
SELECT note FROM ticket_event WHERE ticket_id = :id AND act = 'transfer' ORDER BY seq DESC LIMIT 1;

-- --- windows -----------------------------------------------------------------------------------------------------

-- Windows at which an officer may sit today, as A or B post, also in place of somebody (CQ 5.11.1 to 5.11.3).  staff_name: who
-- sits there now.
-- :name window_mine many
-- :for desk
-- :in staff_id:int acting_for:ref today:day
-- :out code:text name:text zone:text kind:text staff_id:ref staff_name:text post:text acting:int
SELECT w.code, w.name, w.zone, w.kind, l.staff_id, l.staff_name, MIN(d.post), MIN(d.staff_id <> :staff_id)
FROM window_duty d JOIN service_window w ON w.code = d.window_code AND w.enabled = 1
LEFT JOIN window_live l ON l.live_window = w.code
WHERE d.staff_id IN (:staff_id, :acting_for) AND d.from_day <= :today AND (d.until_day IS NULL OR d.until_day >= :today)
GROUP BY w.code, w.name, w.zone, w.kind, l.staff_id, l.staff_name, w.position ORDER BY w.position, w.code;

-- :name window_open none
-- :for desk
-- :in window_code:text staff_id:int staff_name:text acting_for:ref now:msec
INSERT INTO window_live (window_code, staff_id, staff_name, acting_for, from_at)
VALUES (:window_code, :staff_id, :staff_name, :acting_for, :now);

-- :name window_of_staff one
-- :row window_live
-- :for desk
-- :in staff_id:int
-- :out id:int window_code:text name:text kind:text zone:text acting_for:ref from_at:msec paused_at:msec pause_reason:text
SELECT l.id, l.window_code, w.name, w.kind, w.zone, l.acting_for, l.from_at, l.paused_at, l.pause_reason
FROM window_live l JOIN service_window w ON w.code = l.window_code WHERE l.live_staff = :staff_id;

-- The same, held until the act is done: a second press of the same officer waits for the first.
-- :name window_of_staff_lock one
-- :row window_live
-- :for desk
-- :in staff_id:int
-- :out id:int window_code:text name:text kind:text zone:text acting_for:ref from_at:msec paused_at:msec pause_reason:text
SELECT l.id, l.window_code, w.name, w.kind, w.zone, l.acting_for, l.from_at, l.paused_at, l.pause_reason
FROM window_live l JOIN service_window w ON w.code = l.window_code WHERE l.live_staff = :staff_id FOR UPDATE;

-- :name window_pause none
-- :for desk
-- :in id:int paused_at:msec pause_reason:text
UPDATE window_live SET paused_at = :paused_at, pause_reason = :pause_reason WHERE id = :id AND until_at IS NULL;

-- :name window_close none
-- :for desk clock
-- :in id:int now:msec
UPDATE window_live SET until_at = :now, paused_at = NULL, pause_reason = NULL WHERE id = :id AND until_at IS NULL;

-- :name ticket_at_window one
-- :for desk
-- :in window_code:text
-- :out id:int
SELECT id FROM ticket WHERE at_window = :window_code;

-- Who was skipped in the last half hour and may come back to their place.
-- :name ticket_skipped many
-- :for desk
-- :in window_code:text day:day since:msec
-- :out id:int number:text skipped_at:msec window_code:text calls:int
SELECT t.id, t.number, t.skipped_at, t.window_code, t.calls FROM ticket t
WHERE t.state = 'skipped' AND t.day = :day AND t.skipped_at >= :since
  AND (t.window_only = :window_code OR (t.window_only IS NULL
    AND t.group_code IN (SELECT g.group_code FROM window_group g WHERE g.window_code = :window_code)))
ORDER BY t.id LIMIT 50;

-- Windows that a ticket can be sent to, with those who sit there.
-- :name window_choices many
-- :for desk
-- :out code:text name:text staff_name:text
SELECT w.code, w.name, l.staff_name FROM service_window w LEFT JOIN window_live l ON l.live_window = w.code
WHERE w.enabled = 1 ORDER BY w.position, w.code LIMIT 200;

-- :name window_known one
-- :for desk
-- :in code:text
-- :out code:text
SELECT code FROM service_window WHERE code = :code AND enabled = 1;

-- --- what everybody may see ----------------------------------------------------------------------------------------

-- :name hall_groups many
-- :for hall desk
-- :out code:text name:text summary:text serve_min:int bookable:int pace_ms:ref served:int
SELECT g.code, g.name, g.summary, g.serve_min, g.bookable, p.pace_ms, p.served
FROM service_group g LEFT JOIN group_pace p ON p.group_code = g.code ORDER BY g.position, g.code LIMIT 64;

-- Everybody who waits, was called or is being served today.
-- :name hall_tickets many
-- :for hall desk
-- :in day:day
-- :out id:int number:text group_code:text window_only:text rank_at:msec state:text window_code:text called_at:msec serving_at:msec
-- :out calls:int first_called:msec
SELECT id, number, group_code, window_only, rank_at, state, window_code, called_at, serving_at, calls, first_at
FROM ticket WHERE day = :day AND state IN ('waiting', 'called', 'serving') ORDER BY rank_at, id LIMIT 2000;

-- Who booked for about now and is not here yet: they will rank before some who wait.
-- :name hall_expected many
-- :for hall desk
-- :in since:msec until:msec
-- :out group_code:text start_at:msec
SELECT group_code, start_at FROM booking WHERE state = 'booked' AND start_at > :since AND start_at <= :until
ORDER BY start_at, id LIMIT 500;

-- Windows that are manned now, and what they serve: codes between blanks.
-- :name hall_windows many
-- :for hall desk
-- :out code:text name:text paused_at:msec pause_reason:text groups:text
SELECT w.code, w.name, l.paused_at, l.pause_reason,
  (SELECT GROUP_CONCAT(g.group_code ORDER BY g.group_code SEPARATOR ' ') FROM window_group g WHERE g.window_code = w.code)
FROM window_live l JOIN service_window w ON w.code = l.live_window ORDER BY w.position, w.code LIMIT 200;

-- What is handled at a group's windows, for starting an application there.
-- :name window_matters many
-- :for desk
-- :in window_code:text
-- :out code:text name:text
SELECT m.code, m.name FROM window_group wg JOIN group_matter gm ON gm.group_code = wg.group_code JOIN matter m ON m.code = gm.matter_code
WHERE wg.window_code = :window_code AND m.state = 'on' ORDER BY m.position, m.id LIMIT 100;

-- :name pace_put none
-- :for desk
-- :in group_code:text pace_ms:int served:int
INSERT INTO group_pace (group_code, pace_ms, served) VALUES (:group_code, :pace_ms, :served)
ON DUPLICATE KEY UPDATE pace_ms = VALUES(pace_ms), served = VALUES(served);

-- --- the clock job --------------------------------------------------------------------------------------------------

-- Tickets that are still open: those of earlier days, and today's in the given state.
-- :name ticket_open many
-- :for clock
-- :in state:text day:day after_id:int limit:int
-- :out id:int day:day group_code:text skipped_at:msec
SELECT id, day, group_code, skipped_at FROM ticket WHERE state = :state AND day <= :day AND id > :after_id ORDER BY id LIMIT :limit;

-- When a group closes, minutes after midnight, by the latest of its rules that hold on a day.
-- :name group_closes one
-- :for clock
-- :in group_code:text today:day
-- :out until_min:ref
SELECT MAX(o.until_min) FROM opening o
WHERE o.group_code = :group_code AND o.from_day <= :today AND (o.until_day IS NULL OR o.until_day >= :today);

-- Windows whose officer forgot to close them.
-- :name window_left_open many
-- :for clock
-- :in before:msec
-- :out id:int window_code:text
SELECT l.id, l.window_code FROM window_live l WHERE l.live_window IS NOT NULL AND l.from_at < :before LIMIT 500;

-- --- for the manager (WIN-2, CQ 5.4.3) ---------------------------------------------------------------------------------

-- One line per matter, group, window and hour: how many took a ticket, waited for how long, were served for how long, gave up;
-- on how many days.  No index but the day's is needed: at most three months are asked for.
-- :name load_rows many
-- :for desk
-- :in from:day until:day
-- :out group_code:text matter_code:text window_code:text hour:int taken:int waited:int wait_ms:int served:int serve_ms:int gone:int
SELECT t.group_code, t.matter_code, t.window_code, HOUR(t.arrived_at), COUNT(*), COUNT(t.first_at),
  COALESCE(SUM(TIMESTAMPDIFF(MICROSECOND, t.arrived_at, t.first_at)) DIV 1000, 0),
  SUM(t.state = 'done'), COALESCE(SUM(IF(t.state = 'done', TIMESTAMPDIFF(MICROSECOND, t.serving_at, t.ended_at), 0)) DIV 1000, 0),
  SUM(t.state IN ('left', 'ended'))
FROM ticket t WHERE t.day BETWEEN :from AND :until
GROUP BY t.group_code, t.matter_code, t.window_code, HOUR(t.arrived_at);

-- Days on which anybody came.
-- :name load_days one
-- :for desk
-- :in from:day until:day
-- :out days:int
SELECT COUNT(DISTINCT day) FROM ticket WHERE day BETWEEN :from AND :until;

-- Names for the rows above, and which windows serve a group: those that are always there and those for rush hours.
-- :name load_windows many
-- :for desk
-- :out group_code:text window_code:text name:text kind:text
SELECT g.group_code, w.code, w.name, w.kind FROM window_group g JOIN service_window w ON w.code = g.window_code AND w.enabled = 1
ORDER BY g.group_code, w.position, w.code LIMIT 1000;

-- :name load_matters many
-- :for desk
-- :out code:text name:text
SELECT m.code, m.name FROM group_matter g JOIN matter m ON m.code = g.matter_code ORDER BY m.position, m.id LIMIT 500;
