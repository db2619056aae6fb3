-- matter.sql - departments, service matters and their revisions: domain/matter.c, the catalogue, publication
-- Codes and keys come from addresses: CONVERT keeps one that is not ASCII from being an error instead of no match.

-- The current revision of a matter by its code.  have: revision already in memory, or 0; its document is not sent again.
-- :name matter_current one
-- :for catalog apply desk
-- :in code:text have:int
-- :out id:int revision_id:int rev_no:int published_at:msec dept_name:text dept_short:text dept_number:int doc:text bookable:int
SELECT m.id, r.id, r.rev_no, r.published_at, d.name, d.short_name, d.number, body.doc, COALESCE(g.bookable, 0)
FROM matter m
JOIN matter_revision r ON r.id = m.current_revision
JOIN dept d ON d.code = m.dept_code
LEFT JOIN group_matter gm ON gm.matter_code = m.code
LEFT JOIN service_group g ON g.code = gm.group_code
LEFT JOIN matter_revision body ON body.id = m.current_revision AND body.id <> :have
WHERE m.code = CONVERT(:code USING ascii) AND m.state = 'on';

-- A published revision by its id, current or not.
-- :name matter_revision_get one
-- :for catalog apply desk upload clock
-- :in revision_id:int
-- :out id:int revision_id:int rev_no:int published_at:msec current:int dept_name:text dept_short:text dept_number:int doc:text
SELECT m.id, r.id, r.rev_no, r.published_at, m.state = 'on' AND m.current_revision <=> r.id, d.name, d.short_name,
  d.number, r.doc
FROM matter_revision r
JOIN matter m ON m.id = r.matter_id
JOIN dept d ON d.code = m.dept_code
WHERE r.id = :revision_id AND r.status IN ('published', 'retired');

-- What became of a code that has no guide: the name, for the page that says so.
-- :name matter_gone one
-- :for catalog
-- :in code:text
-- :out name:text
SELECT name FROM matter WHERE code = CONVERT(:code USING ascii) AND (state = 'off' OR current_revision IS NULL);

-- The catalogue, in the editors' order.  Filters are NULL for "any"; after_position and after_id: last row of the page
-- before, 0 and 0 for the first.
-- :name matter_list many
-- :for catalog desk
-- :in type:text dept:text object:text theme:text after_position:int after_id:int limit:int
-- :out id:int code:text position:int name:text summary:text type:text kind:text theme:text object:text
-- :out dept_code:text dept_name:text promised:text visits:int online:int
SELECT STRAIGHT_JOIN m.id, m.code, m.position, r.name, r.summary, r.type, r.kind, r.theme, r.object, m.dept_code, d.name,
  r.promised, r.visits, r.online
FROM matter m FORCE INDEX (matter_listed)
JOIN matter_revision r ON r.id = m.current_revision
JOIN dept d ON d.code = m.dept_code
WHERE m.state = 'on' AND m.position >= :after_position AND (m.position > :after_position OR m.id > :after_id)
  AND (:type IS NULL OR m.type = CONVERT(:type USING ascii))
  AND (:dept IS NULL OR m.dept_code = CONVERT(:dept USING ascii))
  AND (:object IS NULL OR FIND_IN_SET(:object, m.object))
  AND (:theme IS NULL OR m.theme = CONVERT(:theme USING ascii))
ORDER BY m.position, m.id
LIMIT :limit;

-- The same with words to look for: names that contain the words come first (tier 0).  query: search_query.exact.
-- First page: after_tier -1.
-- :name matter_search many
-- :for catalog desk
-- :in query:text plain:text type:text dept:text object:text theme:text
-- :in after_tier:int after_position:int after_id:int limit:int
-- :out id:int code:text position:int tier:int name:text summary:text type:text kind:text theme:text object:text
-- :out dept_code:text dept_name:text promised:text visits:int online:int
SELECT id, code, position, tier, name, summary, type, kind, theme, object, dept_code, dept_name, promised, visits, online
FROM (
  SELECT m.id, m.code, m.position, INSTR(r.name, :plain) = 0 AS tier, r.name, r.summary, r.type, r.kind, r.theme,
    r.object, m.dept_code, d.name AS dept_name, r.promised, r.visits, r.online
  FROM matter_revision r
  JOIN matter m ON m.current_revision = r.id
  JOIN dept d ON d.code = m.dept_code
  WHERE MATCH (r.search) AGAINST (:query IN BOOLEAN MODE) AND m.state = 'on'
    AND (:type IS NULL OR m.type = CONVERT(:type USING ascii))
    AND (:dept IS NULL OR m.dept_code = CONVERT(:dept USING ascii))
    AND (:object IS NULL OR FIND_IN_SET(:object, m.object))
    AND (:theme IS NULL OR m.theme = CONVERT(:theme USING ascii))
) AS found
WHERE tier > :after_tier
  OR (tier = :after_tier AND (position > :after_position OR (position = :after_position AND id > :after_id)))
ORDER BY tier, position, id
LIMIT :limit;

-- When nothing was found: what comes closest.  query: search_query.loose.
-- :name matter_search_loose many
-- :for catalog
-- :in query:text limit:int
-- :out id:int code:text position:int name:text summary:text type:text kind:text theme:text object:text
-- :out dept_code:text dept_name:text promised:text visits:int online:int
SELECT m.id, m.code, m.position, r.name, r.summary, r.type, r.kind, r.theme, r.object, m.dept_code, d.name, r.promised,
  r.visits, r.online
FROM matter_revision r
JOIN matter m ON m.current_revision = r.id
JOIN dept d ON d.code = m.dept_code
WHERE MATCH (r.search) AGAINST (:query IN BOOLEAN MODE) AND m.state = 'on'
ORDER BY MATCH (r.search) AGAINST (:query IN BOOLEAN MODE) DESC, m.position, m.id
LIMIT :limit;

-- How many matters each choice of each filter would leave, the other filters being as they are.  query: NULL without
-- words to look for.  facet: type, dept, theme, object; all (value "") is the number of matters under all filters.
-- The catalogue is counted once, by combination; the combinations are then summed per facet.
-- :name matter_facets many
-- :for catalog
-- :in query:text type:text dept:text object:text theme:text
-- :out facet:text value:text label:text n:int
SELECT f.facet,
  CASE f.facet WHEN 'type' THEN b.type WHEN 'dept' THEN b.dept_code WHEN 'theme' THEN b.theme ELSE f.value END AS value,
  IF(f.facet = 'dept', d.name, '') AS label, SUM(b.n)
FROM (
  SELECT type, dept_code, theme, object, COUNT(*) AS n
  FROM matter
  WHERE :query IS NULL AND state = 'on' AND current_revision IS NOT NULL
  GROUP BY type, dept_code, theme, object
  UNION ALL
  SELECT m.type, m.dept_code, m.theme, m.object, COUNT(*)
  FROM matter_revision r
  JOIN matter m ON m.current_revision = r.id
  WHERE :query IS NOT NULL AND MATCH (r.search) AGAINST (COALESCE(:query, '') IN BOOLEAN MODE) AND m.state = 'on'
  GROUP BY m.type, m.dept_code, m.theme, m.object
) b
JOIN dept d ON d.code = b.dept_code
JOIN (
  SELECT 'all' AS facet, '' AS value UNION ALL SELECT 'type', '' UNION ALL SELECT 'dept', '' UNION ALL SELECT 'theme', ''
  UNION ALL SELECT 'object', 'natural' UNION ALL SELECT 'object', 'legal' UNION ALL SELECT 'object', 'other_org'
) f ON f.facet <> 'object' OR FIND_IN_SET(f.value, b.object)
WHERE (f.facet = 'type' OR :type IS NULL OR b.type = CONVERT(:type USING ascii))
  AND (f.facet = 'dept' OR :dept IS NULL OR b.dept_code = CONVERT(:dept USING ascii))
  AND (f.facet = 'object' OR :object IS NULL OR FIND_IN_SET(:object, b.object))
  AND (f.facet = 'theme' OR :theme IS NULL OR b.theme = CONVERT(:theme USING ascii))
GROUP BY 1, 2, 3;

-- The home page: the first matters in the editors' order, and how many each theme has.
-- :name matter_home many
-- :for catalog
-- :in limit:int
-- :out row_kind:text code:text name:text summary:text theme:text kind:text n:int
(SELECT STRAIGHT_JOIN 'matter', m.code, r.name, r.summary, r.theme, r.kind, 0
FROM matter m FORCE INDEX (matter_listed)
JOIN matter_revision r ON r.id = m.current_revision
WHERE m.state = 'on'
ORDER BY m.position, m.id
LIMIT :limit)
UNION ALL
(SELECT 'theme', '', '', '', theme, '', COUNT(*)
FROM matter
WHERE state = 'on' AND current_revision IS NOT NULL
GROUP BY theme);

-- --- departments ---

-- :name dept_by_code one
-- :for apply desk clock feedback upload
-- :in code:text
-- :out code:text number:int uscc:text name:text short_name:text phone_enquiry:text phone_complaint:text address:text
-- :out windows:text reconsider_at:text court:text
SELECT code, number, uscc, name, short_name, phone_enquiry, phone_complaint, address, windows, reconsider_at, court
FROM dept WHERE code = CONVERT(:code USING ascii);

-- --- publication: jobs/matter-publish.c ---

-- :name publish_dept one
-- :for matter-publish
-- :in code:text
-- :out uscc:text name:text
SELECT uscc, name FROM dept WHERE code = :code;

-- Locks the code, so that two publications of a matter do not cross.
-- :name publish_matter one
-- :for matter-publish
-- :in code:text
-- :out id:int catalog_code:text type:text dept_code:text state:text current_revision:ref
SELECT id, catalog_code, type, dept_code, state, current_revision FROM matter WHERE code = :code FOR UPDATE;

-- :name publish_revision one
-- :for matter-publish
-- :in id:int
-- :out rev_no:int doc_hash:bytes
SELECT rev_no, doc_hash FROM matter_revision WHERE id = :id;

-- :name publish_last_rev one
-- :for matter-publish
-- :in matter_id:int
-- :out rev_no:int
SELECT COALESCE(MAX(rev_no), 0) FROM matter_revision WHERE matter_id = :matter_id;

-- :name publish_matter_add none
-- :for matter-publish
-- :in code:text catalog_code:text type:text name:text dept_code:text theme:text object:text position:int
INSERT INTO matter (code, catalog_code, type, name, dept_code, theme, object, position)
VALUES (:code, :catalog_code, :type, :name, :dept_code, :theme, :object, :position);

-- :name publish_revision_add none
-- :for matter-publish
-- :in matter_id:int rev_no:int name:text summary:text type:text kind:text object:text theme:text level:text
-- :in dept_code:text promised:text visits:int online:int doc:text doc_hash:bytes search:text now:msec
INSERT INTO matter_revision (matter_id, rev_no, status, name, summary, type, kind, object, theme, level, dept_code,
  promised, visits, online, doc, doc_hash, search, created_at, published_at)
VALUES (:matter_id, :rev_no, 'published', :name, :summary, :type, :kind, :object, :theme, :level, :dept_code,
  :promised, :visits, :online, :doc, :doc_hash, :search, :now, :now);

-- :name publish_revision_retire none
-- :for matter-publish
-- :in id:int
UPDATE matter_revision SET status = 'retired' WHERE id = :id;

-- :name publish_matter_set none
-- :for matter-publish
-- :in id:int revision_id:int name:text theme:text object:text position:int
UPDATE matter SET current_revision = :revision_id, name = :name, theme = :theme, object = :object, position = :position
WHERE id = :id;
