-- visit.sql - visits to the window as other pages mention them: the person's own page, and the desk's list of what can be booked

-- Bookings to come and places in the waiting list, in one look.  what: book, wait.  ref and what follows are of bookings.
-- :name visits_own many
-- :for account
-- :in account_id:int now:msec today:day limit:int
-- :out what:text id:int group_name:text day:day offered:int offer_until:msec ref:bytes token_version:int matter_name:text
-- :out start_at:msec end_at:msec displaced:int
(SELECT 'wait', w.id, g.name, w.day, w.state = 'offered', w.offer_until, NULL, 0, NULL, NULL AS start_at, NULL, 0
FROM waiter w JOIN service_group g ON g.code = w.group_code
WHERE w.account_id = :account_id AND w.day >= :today
  AND (w.state = 'waiting' OR (w.state = 'offered' AND w.offer_until > :now))
ORDER BY w.id DESC LIMIT :limit)
UNION ALL
(SELECT 'book', b.id, g.name, NULL, 0, NULL, b.ref, b.token_version, b.matter_name, b.start_at, b.end_at,
  b.displaced_at IS NOT NULL
FROM booking b JOIN service_group g ON g.code = b.group_code
WHERE b.account_id = :account_id AND b.state = 'booked'
ORDER BY b.id DESC LIMIT :limit)
ORDER BY start_at;
