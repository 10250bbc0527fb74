-- What: the scheduler's door also shows unfinished runs, of all tenants, for reading.
-- Why: a server that starts after a crash, and the periodic look for work, would otherwise ask tenant by tenant.
-- Locks: a short exclusive lock on runs.
-- Safe with the previous release: yes, it opens nothing that the previous release asks for.

CREATE POLICY unfinished_runs ON runs FOR SELECT
  USING (status IN ('queued', 'running') AND scope_setting('directory') = 'on');
