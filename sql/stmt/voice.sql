-- voice.sql - letters that answer complaints, what people find again in their account, what a guide tells of others

-- :name complaint_letter_add none
-- :for desk
-- :in complaint_id:int level:int number:text centre:text phone:text unit_name:text opening:text finding:text words_sealed:bytes
-- :in closing:text seal_legend:text officer_id:int issued_at:msec
INSERT INTO complaint_letter (complaint_id, level, number, centre, phone, unit_name, opening, finding, words_sealed, closing,
  seal_legend, officer_id, issued_at)
VALUES (:complaint_id, :level, :number, :centre, :phone, :unit_name, :opening, :finding, :words_sealed, :closing, :seal_legend,
  :officer_id, :issued_at);

-- :name complaint_letter one
-- :for feedback desk
-- :in complaint_id:int level:int
-- :out number:text centre:text phone:text unit_name:text opening:text finding:text words_sealed:bytes closing:text
-- :out seal_legend:text issued_at:msec
SELECT number, centre, phone, unit_name, opening, finding, words_sealed, closing, seal_legend, issued_at
FROM complaint_letter WHERE complaint_id = :complaint_id AND level = :level;

-- :name complaint_letters many
-- :for feedback desk
-- :in complaint_id:int
-- :out level:int number:text issued_at:msec
SELECT level, number, issued_at FROM complaint_letter WHERE complaint_id = :complaint_id ORDER BY level;

-- What somebody wrote while signed in, the latest of each kind; of who stayed anonymous there is no account to find it by.
-- :name account_voices many
-- :for account
-- :in account_id:int limit:int
-- :out topic:text ref:bytes token_version:int number:text kind:text state:text received_at:msec due:day
(SELECT 'complaint', ref, token_version, number, kind, state, received_at, due FROM complaint
  WHERE account_id = :account_id ORDER BY id DESC LIMIT :limit)
UNION ALL
(SELECT 'enquiry', ref, token_version, number, '', state, received_at, due FROM enquiry
  WHERE account_id = :account_id ORDER BY id DESC LIMIT :limit);

-- Published questions about a matter, and with each of them how people rated it; a row without a question when there is none.
-- :name guide_voices many
-- :for catalog
-- :in matter_code:text
-- :out id:ref question:text answer:text reviewed_at:msec invited:int level5:int level4:int level3:int level2:int level1:int
SELECT f.id, f.question, f.answer, f.reviewed_at, s.invited, s.level5, s.level4, s.level3, s.level2, s.level1
FROM (SELECT 1) one
LEFT JOIN rating_sum s ON s.dim = 'matter' AND s.code = :matter_code AND s.hidden = 0
LEFT JOIN faq f ON f.matter_code = :matter_code AND f.state = 'published'
ORDER BY f.id LIMIT 50;

-- :name rating_sum_show none
-- :for clock
-- :in dim:text code:text
UPDATE rating_sum SET hidden = 0 WHERE dim = :dim AND code = :code;
