-- grants.sql - what each program may do: one database account per program, and no more than its statements need.
-- tests/db prepares every statement under its program's account, and fails for a right that nothing uses.

-- catalog
GRANT SELECT ON portal.account TO 'catalog'@'localhost';
GRANT SELECT ON portal.calendar_day TO 'catalog'@'localhost';
GRANT SELECT ON portal.calendar_year TO 'catalog'@'localhost';
GRANT SELECT ON portal.dept TO 'catalog'@'localhost';
GRANT SELECT ON portal.matter TO 'catalog'@'localhost';
GRANT SELECT ON portal.matter_revision TO 'catalog'@'localhost';
GRANT SELECT ON portal.session TO 'catalog'@'localhost';

-- account
GRANT SELECT, INSERT, UPDATE ON portal.account TO 'account'@'localhost';
GRANT SELECT ON portal.calendar_day TO 'account'@'localhost';
GRANT SELECT ON portal.calendar_year TO 'account'@'localhost';
GRANT SELECT ON portal.cases TO 'account'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.rate_bucket TO 'account'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.session TO 'account'@'localhost';

-- apply
GRANT SELECT ON portal.account TO 'apply'@'localhost';
GRANT SELECT ON portal.calendar_day TO 'apply'@'localhost';
GRANT SELECT ON portal.calendar_year TO 'apply'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.case_counter TO 'apply'@'localhost';
GRANT SELECT, INSERT ON portal.case_event TO 'apply'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.case_field TO 'apply'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.case_file TO 'apply'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.case_material TO 'apply'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.cases TO 'apply'@'localhost';
GRANT SELECT, INSERT ON portal.clock_ledger TO 'apply'@'localhost';
GRANT SELECT ON portal.dept TO 'apply'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.doc_counter TO 'apply'@'localhost';
GRANT SELECT, INSERT ON portal.document TO 'apply'@'localhost';
GRANT SELECT ON portal.matter TO 'apply'@'localhost';
GRANT SELECT ON portal.matter_revision TO 'apply'@'localhost';
GRANT INSERT ON portal.outbox TO 'apply'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.rate_bucket TO 'apply'@'localhost';
GRANT SELECT, UPDATE ON portal.session TO 'apply'@'localhost';

-- upload
GRANT INSERT ON portal.access_log TO 'upload'@'localhost';
GRANT SELECT ON portal.account TO 'upload'@'localhost';
GRANT SELECT ON portal.case_field TO 'upload'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.case_file TO 'upload'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.case_material TO 'upload'@'localhost';
GRANT SELECT, UPDATE ON portal.cases TO 'upload'@'localhost';
GRANT SELECT ON portal.dept TO 'upload'@'localhost';
GRANT SELECT ON portal.matter TO 'upload'@'localhost';
GRANT SELECT ON portal.matter_revision TO 'upload'@'localhost';
GRANT SELECT, UPDATE ON portal.session TO 'upload'@'localhost';
GRANT SELECT ON portal.staff TO 'upload'@'localhost';
GRANT SELECT ON portal.staff_role TO 'upload'@'localhost';
GRANT SELECT, UPDATE ON portal.staff_session TO 'upload'@'localhost';
GRANT SELECT ON portal.substitution TO 'upload'@'localhost';

-- progress
GRANT SELECT ON portal.account TO 'progress'@'localhost';
GRANT SELECT ON portal.calendar_day TO 'progress'@'localhost';
GRANT SELECT ON portal.calendar_year TO 'progress'@'localhost';
GRANT SELECT ON portal.case_event TO 'progress'@'localhost';
GRANT SELECT ON portal.cases TO 'progress'@'localhost';
GRANT SELECT ON portal.dept TO 'progress'@'localhost';
GRANT SELECT ON portal.document TO 'progress'@'localhost';
GRANT SELECT ON portal.matter TO 'progress'@'localhost';
GRANT SELECT ON portal.matter_revision TO 'progress'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.rate_bucket TO 'progress'@'localhost';
GRANT SELECT ON portal.session TO 'progress'@'localhost';

-- desk
GRANT INSERT ON portal.access_log TO 'desk'@'localhost';
GRANT SELECT, UPDATE (pw_hash, epoch) ON portal.account TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.alert TO 'desk'@'localhost';
GRANT SELECT ON portal.calendar_day TO 'desk'@'localhost';
GRANT SELECT ON portal.calendar_year TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.case_counter TO 'desk'@'localhost';
GRANT SELECT, INSERT ON portal.case_event TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.case_field TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.case_file TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.case_material TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.cases TO 'desk'@'localhost';
GRANT SELECT, INSERT ON portal.clock_ledger TO 'desk'@'localhost';
GRANT SELECT ON portal.dept TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.doc_counter TO 'desk'@'localhost';
GRANT SELECT, INSERT ON portal.document TO 'desk'@'localhost';
GRANT SELECT ON portal.matter TO 'desk'@'localhost';
GRANT SELECT ON portal.matter_revision TO 'desk'@'localhost';
GRANT INSERT ON portal.outbox TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.rate_bucket TO 'desk'@'localhost';
GRANT SELECT, UPDATE ON portal.staff TO 'desk'@'localhost';
GRANT SELECT ON portal.staff_role TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.staff_seen TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.staff_session TO 'desk'@'localhost';
GRANT SELECT ON portal.substitution TO 'desk'@'localhost';

-- admin
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.calendar_day TO 'admin'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.calendar_year TO 'admin'@'localhost';
GRANT SELECT ON portal.staff TO 'admin'@'localhost';
GRANT SELECT ON portal.staff_role TO 'admin'@'localhost';
GRANT SELECT, UPDATE ON portal.staff_session TO 'admin'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.substitution TO 'admin'@'localhost';

-- clock
GRANT SELECT ON portal.account TO 'clock'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.alert TO 'clock'@'localhost';
GRANT SELECT ON portal.calendar_day TO 'clock'@'localhost';
GRANT SELECT ON portal.calendar_year TO 'clock'@'localhost';
GRANT SELECT, INSERT ON portal.case_event TO 'clock'@'localhost';
GRANT SELECT ON portal.case_file TO 'clock'@'localhost';
GRANT SELECT ON portal.case_material TO 'clock'@'localhost';
GRANT SELECT, UPDATE ON portal.cases TO 'clock'@'localhost';
GRANT SELECT, INSERT ON portal.clock_ledger TO 'clock'@'localhost';
GRANT SELECT ON portal.dept TO 'clock'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.doc_counter TO 'clock'@'localhost';
GRANT INSERT ON portal.document TO 'clock'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.lease TO 'clock'@'localhost';
GRANT SELECT ON portal.matter TO 'clock'@'localhost';
GRANT SELECT ON portal.matter_revision TO 'clock'@'localhost';
GRANT INSERT ON portal.outbox TO 'clock'@'localhost';
GRANT SELECT, DELETE ON portal.rate_bucket TO 'clock'@'localhost';
GRANT SELECT, DELETE ON portal.session TO 'clock'@'localhost';
GRANT SELECT, DELETE ON portal.staff_session TO 'clock'@'localhost';

-- sender
GRANT SELECT, UPDATE ON portal.outbox TO 'sender'@'localhost';

-- eventcheck
GRANT SELECT ON portal.case_event TO 'eventcheck'@'localhost';
GRANT SELECT ON portal.cases TO 'eventcheck'@'localhost';
GRANT SELECT ON portal.document TO 'eventcheck'@'localhost';

-- matter_publish
GRANT SELECT ON portal.dept TO 'matter_publish'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.matter TO 'matter_publish'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.matter_revision TO 'matter_publish'@'localhost';

-- calendar_import
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.calendar_day TO 'calendar_import'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.calendar_year TO 'calendar_import'@'localhost';

-- demo_accounts
GRANT SELECT, INSERT, UPDATE ON portal.account TO 'demo_accounts'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.staff TO 'demo_accounts'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.staff_role TO 'demo_accounts'@'localhost';
