-- seal.sql - the record of seals used on documents: domain/document.c

-- The name engraved is that of the authority whose case it is.
-- :name seal_add none
-- :for apply desk clock
-- :in document_id:int legend:text staff_id:ref staff_name:text at:msec
INSERT INTO seal_use (document_id, authority, legend, staff_id, staff_name, at)
SELECT :document_id, d.name, :legend, :staff_id, :staff_name, :at
FROM document x JOIN dept d ON d.code = x.dept_code WHERE x.id = :document_id;

-- :name seal_get one
-- :for apply desk progress account archive
-- :in document_id:int
-- :out authority:text legend:text
SELECT authority, legend FROM seal_use WHERE document_id = :document_id;
