-- rating.sql - rights to rate, ratings, the repair of bad ones, and what the public sees: domain/rating*.c

-- --- invitations --------------------------------------------------------------------------------------------

-- :name rating_invite_add none
-- :for apply desk clock
-- :in ref:bytes kind:text subject:text stage:text case_id:ref account_id:ref person_key:bytes dept_code:text matter_code:text
-- :in matter_name:text window_code:text staff_id:ref today:day now:msec until_day:day
INSERT INTO rating_invite (ref, kind, subject, stage, case_id, account_id, person_key, dept_code, matter_code, matter_name,
  window_code, staff_id, first_day, made_at, until_day)
VALUES (:ref, :kind, :subject, :stage, :case_id, :account_id, :person_key, :dept_code, :matter_code, :matter_name,
  :window_code, :staff_id, :today, :now, :until_day);

-- The case is concluded: the same right once more, about the whole of it; who rated before may change it again.
-- since: a right older than this stays as it is, because its link may be gone.
-- :name rating_invite_renew none
-- :for apply desk clock
-- :in subject:text kind:text stage:text staff_id:ref window_code:text now:msec until_day:day since:day
UPDATE rating_invite SET kind = :kind, stage = :stage, staff_id = :staff_id, window_code = :window_code, made_at = :now,
  until_day = :until_day
WHERE subject = :subject AND first_day >= :since;

-- What an officer did at the counter while this ticket was served belongs to the ticket: one service, one right.
-- :name rating_invite_absorb none
-- :for apply desk clock
-- :in subject:text staff_id:int since:msec
UPDATE rating_invite SET subject = :subject
WHERE staff_id = :staff_id AND made_at >= :since AND kind = 'counter' AND subject LIKE 'e%' ORDER BY made_at DESC LIMIT 1;

-- :name rating_invite_of one
-- :for apply desk clock hall
-- :in subject:text
-- :out id:int ref:bytes
SELECT id, ref FROM rating_invite WHERE subject = :subject;

-- Where an officer sits today.
-- :name rating_window_of many
-- :for apply desk clock
-- :in staff_id:int today:day
-- :out window_code:text
SELECT window_code FROM window_duty WHERE staff_id = :staff_id AND from_day <= :today
  AND (until_day IS NULL OR until_day >= :today) ORDER BY from_day DESC, id DESC LIMIT 1;

-- The rights that stand open at a case, newest first: for the holder of its receipt.
-- :name rating_invites_of_case many
-- :for feedback
-- :in ref:bytes today:day
-- :out case_ref:bytes token_version:int matter_name:text ref:bytes kind:text stage:text made_at:msec
SELECT c.ref, c.token_version, c.matter_name, i.ref, i.kind, i.stage, i.made_at
FROM cases c LEFT JOIN rating_invite i ON i.case_id = c.id AND i.until_day >= :today
WHERE c.ref = :ref ORDER BY i.made_at DESC LIMIT 8;

-- Who was served in a case; for the limit on one person, and the message.
-- :name rating_person_of one
-- :for apply desk
-- :in case_id:int
-- :out person:bytes
SELECT applicant_id_bidx FROM cases WHERE id = :case_id;

-- --- rating -------------------------------------------------------------------------------------------------

-- :name rating_right one
-- :for feedback
-- :in ref:bytes
-- :out id:int ref:bytes kind:text stage:text case_id:ref account_id:ref person_key:bytes dept_code:text matter_code:text
-- :out matter_name:text window_code:text staff_id:ref made_at:msec until_day:day dept_name:text window_name:text
SELECT i.id, i.ref, i.kind, i.stage, i.case_id, i.account_id, i.person_key, i.dept_code, i.matter_code, i.matter_name,
  i.window_code, i.staff_id, i.made_at, i.until_day, d.name, v.name
FROM rating_invite i LEFT JOIN dept d ON d.code = i.dept_code LEFT JOIN service_window v ON v.code = i.window_code
WHERE i.ref = :ref;

-- Two taps at once wait for each other here.
-- :name rating_right_lock one
-- :for feedback
-- :in id:int
-- :out id:int
SELECT id FROM rating_invite WHERE id = :id FOR UPDATE;

-- The newest rating of a right.
-- :name rating_of_link many
-- :for feedback
-- :in link:bytes
-- :out id:int round:int level:int tags:text text_sealed:bytes text_state:text anonymous:int contact_sealed:bytes given_day:day
-- :out changed:int counted:int review:int
SELECT id, round, level, tags, text_sealed, text_state, anonymous, contact_sealed, given_day, changed, counted, review
FROM rating WHERE link = :link ORDER BY round DESC LIMIT 1;

-- :name rating_add none
-- :for feedback
-- :in link:bytes round:int order_id:ref kind:text channel:text dept_code:text matter_code:text matter_name:text window_code:text
-- :in staff_id:ref level:int tags:text text_sealed:bytes text_public:text text_state:text held_for:text anonymous:int account_id:ref
-- :in case_id:ref invite_id:ref author_mask:text contact_sealed:bytes today:day counted:int review:int
INSERT INTO rating (link, round, order_id, kind, channel, dept_code, matter_code, matter_name, window_code, staff_id, level, tags,
  text_sealed, text_public, text_state, held_for, anonymous, account_id, case_id, invite_id, author_mask, contact_sealed, given_day,
  counted, review)
VALUES (:link, :round, :order_id, :kind, :channel, :dept_code, :matter_code, :matter_name, :window_code, :staff_id, :level, :tags,
  :text_sealed, :text_public, :text_state, :held_for, :anonymous, :account_id, :case_id, :invite_id, :author_mask, :contact_sealed,
  :today, :counted, :review);

-- :name rating_change none
-- :for feedback
-- :in id:int level:int tags:text text_sealed:bytes text_public:text text_state:text held_for:text anonymous:int account_id:ref
-- :in case_id:ref invite_id:ref author_mask:text contact_sealed:bytes review:int
UPDATE rating SET level = :level, tags = :tags, text_sealed = :text_sealed, text_public = :text_public, text_state = :text_state,
  held_for = :held_for, anonymous = :anonymous, account_id = :account_id, case_id = :case_id, invite_id = :invite_id,
  author_mask = :author_mask, contact_sealed = :contact_sealed, review = :review, changed = changed + 1
WHERE id = :id;

-- How many ratings this person gave on this day (or with these words), this one included: comes back as insert_id.
-- :name rating_person_count none
-- :for feedback
-- :in person_day:bytes today:day
INSERT INTO rating_person_day (person_day, on_day, n) VALUES (:person_day, :today, LAST_INSERT_ID(1))
ON DUPLICATE KEY UPDATE n = LAST_INSERT_ID(n + 1), on_day = :today;

-- :name rating_stale_add none
-- :for feedback desk
-- :in on_day:day
INSERT INTO rating_stale (on_day) VALUES (:on_day);

-- Who is named, as shown: of the case, or of the account that was served.
-- :name rating_author many
-- :for feedback
-- :in case_id:ref account_id:ref
-- :out kind:text name:text
SELECT applicant_kind, applicant_name FROM cases WHERE id = :case_id
UNION ALL SELECT kind, name FROM account WHERE id = :account_id;

-- --- the screen at a window -----------------------------------------------------------------------------------

-- :name rating_window_newest many
-- :for feedback
-- :in window_code:text since:msec today:day
-- :out ref:bytes made_at:msec
SELECT ref, made_at FROM rating_invite WHERE window_code = :window_code AND made_at >= :since AND until_day >= :today
ORDER BY made_at DESC, id DESC LIMIT 5;

-- :name rating_window_name one
-- :for feedback
-- :in code:text
-- :out name:text
SELECT name FROM service_window WHERE code = :code AND enabled = 1;

-- --- orders -----------------------------------------------------------------------------------------------------

-- :name rating_order_add none
-- :for feedback desk
-- :in number:text rating_id:int state:text today:day dept_code:text rated_id:ref
INSERT INTO rating_order (number, rating_id, state, opened_day, round_day, dept_code, rated_id)
VALUES (:number, :rating_id, :state, :today, :today, :dept_code, :rated_id);

-- :name rating_order_of_rating many
-- :for feedback desk
-- :in rating_id:int
-- :row rating_order
-- :out id:int number:text rating_id:int state:text opened_day:day round_day:day dept_code:text rated_id:ref complex:int handler_id:ref
-- :out handler_name:text rectify_by:day appeal_by:ref finding:text reply:text reply_public:text outcome:text round:int
-- :out replied_day:day answered_day:day reply_days:int version:int event_count:int
SELECT id, number, rating_id, state, opened_day, round_day, dept_code, rated_id, complex, handler_id, handler_name, rectify_by, appeal_by,
  finding, reply, reply_public, outcome, round, replied_day, answered_day, reply_days, version, event_count
FROM rating_order WHERE rating_id = :rating_id;

-- The order that belongs to a right: of any round of its rating.
-- :name rating_order_of_link many
-- :for feedback
-- :in link:bytes
-- :row rating_order
-- :out id:int number:text rating_id:int state:text opened_day:day round_day:day dept_code:text rated_id:ref complex:int handler_id:ref
-- :out handler_name:text rectify_by:day appeal_by:ref finding:text reply:text reply_public:text outcome:text round:int
-- :out replied_day:day answered_day:day reply_days:int version:int event_count:int
SELECT o.id, o.number, o.rating_id, o.state, o.opened_day, o.round_day, o.dept_code, o.rated_id, o.complex, o.handler_id, o.handler_name,
  o.rectify_by, o.appeal_by, o.finding, o.reply, o.reply_public, o.outcome, o.round, o.replied_day, o.answered_day, o.reply_days,
  o.version, o.event_count
FROM rating r JOIN rating_order o ON o.rating_id = r.id WHERE r.link = :link AND r.round = 1;

-- :name rating_order_lock one
-- :for feedback desk clock
-- :in id:int
-- :row rating_order
-- :out id:int number:text rating_id:int state:text opened_day:day round_day:day dept_code:text rated_id:ref complex:int handler_id:ref
-- :out handler_name:text rectify_by:day appeal_by:ref finding:text reply:text reply_public:text outcome:text round:int
-- :out replied_day:day answered_day:day reply_days:int version:int event_count:int
SELECT id, number, rating_id, state, opened_day, round_day, dept_code, rated_id, complex, handler_id, handler_name, rectify_by, appeal_by,
  finding, reply, reply_public, outcome, round, replied_day, answered_day, reply_days, version, event_count
FROM rating_order WHERE id = :id FOR UPDATE;

-- :name rating_order_by_number many
-- :for desk
-- :in number:text
-- :row rating_order
-- :out id:int number:text rating_id:int state:text opened_day:day round_day:day dept_code:text rated_id:ref complex:int handler_id:ref
-- :out handler_name:text rectify_by:day appeal_by:ref finding:text reply:text reply_public:text outcome:text round:int
-- :out replied_day:day answered_day:day reply_days:int version:int event_count:int
SELECT id, number, rating_id, state, opened_day, round_day, dept_code, rated_id, complex, handler_id, handler_name, rectify_by, appeal_by,
  finding, reply, reply_public, outcome, round, replied_day, answered_day, reply_days, version, event_count
FROM rating_order WHERE number = :number;

-- :name rating_order_move none
-- :for feedback desk clock
-- :in id:int state:text round_day:day complex:int handler_id:ref handler_name:text rectify_by:day appeal_by:ref finding:text reply:text
-- :in reply_public:text outcome:text round:int replied_day:day answered_day:day reply_days:int version:int event_count:int
UPDATE rating_order SET state = :state, round_day = :round_day, complex = :complex, handler_id = :handler_id, handler_name = :handler_name,
  rectify_by = :rectify_by, appeal_by = :appeal_by, finding = :finding, reply = :reply, reply_public = :reply_public,
  outcome = :outcome, round = :round, replied_day = :replied_day, answered_day = :answered_day, reply_days = IF(:replied_day IS NULL, NULL, :reply_days),
  version = :version, event_count = :event_count
WHERE id = :id;

-- :name rating_event_add none
-- :for feedback desk clock
-- :in order_id:int seq:int on_day:day at:msec action:text from_state:text to_state:text actor_id:ref actor_name:text post:text
-- :in words:text
INSERT INTO rating_event (order_id, seq, on_day, at, action, from_state, to_state, actor_id, actor_name, post, words)
VALUES (:order_id, :seq, :on_day, :at, :action, :from_state, :to_state, :actor_id, :actor_name, :post, :words);

-- :name rating_events many
-- :for desk
-- :in order_id:int
-- :out seq:int on_day:day at:msec action:text to_state:text actor_name:text post:text words:text
SELECT seq, on_day, at, action, to_state, actor_name, post, words FROM rating_event WHERE order_id = :order_id ORDER BY seq;

-- :name rating_due_put none
-- :for feedback desk
-- :in order_id:int round:int clock:text due:day provisional:int
INSERT INTO rating_due (order_id, round, clock, due, provisional) VALUES (:order_id, :round, :clock, :due, :provisional)
ON DUPLICATE KEY UPDATE due = :due, provisional = :provisional, running = 1, ended_day = NULL;

-- :name rating_due_end none
-- :for feedback desk clock
-- :in order_id:int clock:text today:day
UPDATE rating_due SET running = 0, ended_day = :today WHERE order_id = :order_id AND running = 1
  AND (:clock IS NULL OR clock = :clock);

-- :name rating_dues many
-- :for feedback desk
-- :in order_id:int
-- :out round:int clock:text due:day running:int ended_day:day provisional:int
SELECT round, clock, due, running, ended_day, provisional FROM rating_due WHERE order_id = :order_id ORDER BY round, due, clock;

-- Officers who may not touch what is about `rated`: the person, and whoever stands in for the other, since that day.
-- :name rating_stands_in many
-- :for desk
-- :in rated:int staff_id:int since:msec
-- :out id:int
SELECT id FROM substitution WHERE b_staff = :rated AND a_staff = :staff_id AND until_at > :since
UNION ALL SELECT id FROM substitution WHERE b_staff = :staff_id AND a_staff = :rated AND until_at > :since LIMIT 1;

-- What is to be done, oldest first.  mine NULL: everybody's.  Never what is about the reader, or about whom they stand in for.
-- :name rating_worklist many
-- :for desk
-- :in state:text mine:ref me:int acting_for:int now:msec after:int limit:int
-- :out id:int number:text state:text opened_day:day handler_name:text complex:int round:int level:int dept_name:text matter_name:text
-- :out window_code:text due:day
SELECT o.id, o.number, o.state, o.opened_day, o.handler_name, o.complex, o.round, r.level, d.name, r.matter_name, r.window_code,
  (SELECT MIN(u.due) FROM rating_due u WHERE u.order_id = o.id AND u.running = 1)
FROM rating_order o JOIN rating r ON r.id = o.rating_id LEFT JOIN dept d ON d.code = o.dept_code
WHERE o.state = :state AND o.id > :after AND (:mine IS NULL OR o.handler_id = :mine)
  AND (o.rated_id IS NULL OR (o.rated_id NOT IN (:me, :acting_for)
    AND NOT EXISTS (SELECT 1 FROM substitution s WHERE s.b_staff = o.rated_id AND s.a_staff = :me AND s.until_at > :now)
    AND NOT EXISTS (SELECT 1 FROM substitution s WHERE s.b_staff = :me AND s.a_staff = o.rated_id AND s.until_at > :now)))
ORDER BY o.id LIMIT :limit;

-- :name rating_get one
-- :for desk
-- :in id:int
-- :out id:int round:int kind:text channel:text dept_code:text dept_name:text matter_name:text window_code:text staff_id:ref level:int
-- :out tags:text text_sealed:bytes text_public:text text_state:text held_for:text anonymous:int case_id:ref account_id:ref
-- :out invite_id:ref author_mask:text contact_sealed:bytes given_day:day counted:int review:int out_reason:text review_note:text
SELECT r.id, r.round, r.kind, r.channel, r.dept_code, d.name, r.matter_name, r.window_code, r.staff_id, r.level, r.tags,
  r.text_sealed, r.text_public, r.text_state, r.held_for, r.anonymous, r.case_id, r.account_id, r.invite_id, r.author_mask,
  r.contact_sealed, r.given_day, r.counted, r.review, r.out_reason, r.review_note
FROM rating r LEFT JOIN dept d ON d.code = r.dept_code WHERE r.id = :id;

-- :name rating_lock one
-- :for desk
-- :in id:int
-- :out id:int round:int level:int staff_id:ref dept_code:text text_state:text review:int counted:int given_day:day
SELECT id, round, level, staff_id, dept_code, text_state, review, counted, given_day FROM rating WHERE id = :id FOR UPDATE;

-- The later rounds of an order.
-- :name rating_rounds many
-- :for desk
-- :in order_id:int
-- :out id:int round:int level:int tags:text text_sealed:bytes given_day:day
SELECT id, round, level, tags, text_sealed, given_day FROM rating WHERE order_id = :order_id ORDER BY round;

-- :name rating_review_list many
-- :for desk
-- :in me:int acting_for:int after:int limit:int
-- :out id:int level:int tags:text text_sealed:bytes text_public:text text_state:text held_for:text counted:int given_day:day
-- :out dept_name:text matter_name:text
SELECT r.id, r.level, r.tags, r.text_sealed, r.text_public, r.text_state, r.held_for, r.counted, r.given_day, d.name, r.matter_name
FROM rating r LEFT JOIN dept d ON d.code = r.dept_code
WHERE r.review = 1 AND r.id > :after AND (r.staff_id IS NULL OR r.staff_id NOT IN (:me, :acting_for))
ORDER BY r.id LIMIT :limit;

-- :name rating_reviewed none
-- :for desk
-- :in id:int text_state:text counted:int out_reason:text out_by:ref by:int note:text
UPDATE rating SET review = 0, text_state = :text_state, counted = :counted, out_reason = :out_reason, out_by = :out_by,
  reviewed_by = :by, review_note = :note
WHERE id = :id AND review = 1;

-- An appeal was upheld: it stays, and does not count.
-- :name rating_put_out none
-- :for desk
-- :in id:int reason:text by:int
UPDATE rating SET counted = 0, out_reason = :reason, out_by = :by,
  text_state = IF(text_state = 'public', 'withheld', text_state)
WHERE id = :id;

-- The address of /rate/{token} of somebody who gave their name.
-- :name rating_named_right many
-- :for desk
-- :in id:int
-- :out ref:bytes
SELECT ref FROM rating_invite WHERE id = :id;

-- Who may be named as handler.
-- :name rating_handlers many
-- :for desk
-- :in today:day
-- :out id:int name:text post:text
SELECT f.id, f.name, f.post FROM staff f WHERE f.enabled = 1 AND f.trained_on IS NOT NULL
  AND EXISTS (SELECT 1 FROM staff_role r WHERE r.staff_id = f.id AND r.role IN ('complaint', 'coordinator')
    AND r.valid_from <= :today AND (r.valid_until IS NULL OR r.valid_until >= :today))
ORDER BY f.id LIMIT 50;

-- --- the public page ----------------------------------------------------------------------------------------------

-- :name rating_sums many
-- :for feedback clock
-- :out dim:text code:text name:text parent:text invited:int level5:int level4:int level3:int level2:int level1:int hidden:int
SELECT dim, code, name, parent, invited, level5, level4, level3, level2, level1, hidden FROM rating_sum ORDER BY dim, code;

-- :name rating_replies many
-- :for feedback
-- :out days:int n:int
SELECT days, n FROM rating_reply_sum ORDER BY days;

-- :name rating_latest many
-- :for feedback
-- :in limit:int
-- :out level:int tags:text text_public:text author_mask:text given_day:day dept_code:text dept_name:text matter_code:text
-- :out matter_name:text reply_public:text order_state:text
SELECT r.level, r.tags, r.text_public, r.author_mask, r.given_day, r.dept_code, d.name, r.matter_code, r.matter_name,
  o.reply_public, o.state
FROM rating r LEFT JOIN dept d ON d.code = r.dept_code LEFT JOIN rating_order o ON o.rating_id = r.id
WHERE r.text_state = 'public' AND r.counted = 1 ORDER BY r.id DESC LIMIT :limit;

-- --- the clock job --------------------------------------------------------------------------------------------------

-- :name rating_stale_list many
-- :for clock
-- :in limit:int
-- :out id:int on_day:day
SELECT id, on_day FROM rating_stale ORDER BY id LIMIT :limit;

-- :name rating_stale_drop none
-- :for clock
-- :in id:int
DELETE FROM rating_stale WHERE id = :id;

-- :name rating_day_clear none
-- :for clock
-- :in on_day:day
DELETE FROM rating_day_sum WHERE on_day = :on_day;

-- :name rating_day_make none
-- :for clock
-- :in on_day:day
INSERT INTO rating_day_sum (dim, code, on_day, invited, level5, level4, level3, level2, level1)
WITH w AS (
  SELECT dept_code, matter_code, window_code, 1 AS invited, 0 AS level FROM rating_invite WHERE first_day = :on_day
  UNION ALL
  SELECT dept_code, matter_code, window_code, 0, level FROM rating WHERE given_day = :on_day AND counted = 1 AND round = 1
), c AS (
  SELECT 'all' AS dim, '' AS code, invited, level FROM w
  UNION ALL SELECT 'dept', COALESCE(dept_code, ''), invited, level FROM w
  UNION ALL SELECT 'matter', matter_code, invited, level FROM w WHERE matter_code IS NOT NULL
  UNION ALL SELECT 'window', window_code, invited, level FROM w WHERE window_code IS NOT NULL
)
SELECT dim, code, :on_day, SUM(invited), SUM(level = 5), SUM(level = 4), SUM(level = 3), SUM(level = 2), SUM(level = 1)
FROM c GROUP BY dim, code;

-- :name rating_sum_clear none
-- :for clock
DELETE FROM rating_sum;

-- :name rating_sum_make none
-- :for clock
-- :in since:day
INSERT INTO rating_sum (dim, code, name, parent, invited, level5, level4, level3, level2, level1)
SELECT s.dim, s.code, COALESCE(d.name, m.name, CONCAT(CONVERT(v.code USING utf8mb4), ' ', v.name),
    CASE s.dim WHEN 'dept' THEN '服务中心' WHEN 'all' THEN '全部' ELSE CONVERT(s.code USING utf8mb4) END),
  COALESCE(m.dept_code, ''), s.invited, s.level5, s.level4, s.level3, s.level2, s.level1
FROM (SELECT dim, code, SUM(invited) AS invited, SUM(level5) AS level5, SUM(level4) AS level4, SUM(level3) AS level3,
    SUM(level2) AS level2, SUM(level1) AS level1
  FROM rating_day_sum WHERE on_day >= :since GROUP BY dim, code) AS s
LEFT JOIN dept d ON s.dim = 'dept' AND d.code = s.code
LEFT JOIN matter m ON s.dim = 'matter' AND m.code = s.code
LEFT JOIN service_window v ON s.dim = 'window' AND v.code = s.code;

-- :name rating_reply_clear none
-- :for clock
DELETE FROM rating_reply_sum;

-- :name rating_reply_make none
-- :for clock
-- :in since:day
INSERT INTO rating_reply_sum (days, n)
SELECT reply_days, COUNT(*) FROM rating_order WHERE replied_day >= :since GROUP BY reply_days;

-- Limits that are near or have passed and that nobody was warned of.
-- :name rating_due_soon many
-- :for clock
-- :in clock:text kind:text from:day until:day limit:int
-- :out order_id:int number:text due:day
SELECT u.order_id, o.number, u.due FROM rating_due u JOIN rating_order o ON o.id = u.order_id
LEFT JOIN alert a ON a.kind = :kind AND a.topic = 'rating' AND a.topic_id = u.order_id AND a.on_day = u.due
WHERE u.running = 1 AND u.clock = :clock AND u.due BETWEEN :from AND :until AND a.id IS NULL
ORDER BY u.due, u.order_id LIMIT :limit;

-- Answered, and not rated again in time: nothing is taken for granted, the order ends as it is.
-- :name rating_lapse_due many
-- :for clock
-- :in before:day limit:int
-- :out id:int
SELECT id FROM rating_order WHERE state = 'replied' AND answered_day < :before ORDER BY answered_day, id LIMIT :limit;

-- After a year nothing leads from a rating to its invitation any more.
-- :name rating_unlink none
-- :for clock
-- :in before:day
UPDATE rating SET link = NULL WHERE given_day < :before AND link IS NOT NULL AND anonymous = 1 LIMIT 1000;

-- :name rating_person_sweep none
-- :for clock
-- :in before:day
DELETE FROM rating_person_day WHERE on_day < :before LIMIT 1000;
