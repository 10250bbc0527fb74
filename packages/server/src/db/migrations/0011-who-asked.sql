-- What: the name of who uploaded an import or asked for a run, as it was then; and runs found by persona and by import.
-- Why: pages say who did it. Whoever has left, or a key that was revoked, can no longer be looked up.
-- Locks: short exclusive ones on imports and runs, and on runs while two small indexes are built.
-- Safe with the previous release: yes, it leaves the names empty.

-- null: from before names were kept
ALTER TABLE imports ADD COLUMN created_by_name text;
ALTER TABLE runs ADD COLUMN requested_by_name text;

CREATE INDEX runs_by_persona ON runs (tenant_id, persona_id, id);
CREATE INDEX runs_by_import ON runs (tenant_id, import_id, id) WHERE import_id IS NOT NULL;
