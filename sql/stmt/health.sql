-- health.sql - is the database there

-- :name health one
-- :for catalog
-- :out one:int
SELECT 1;
