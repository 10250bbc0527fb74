-- What: no two personas of a tenant share a name, whatever its case; responses can be found by their form.
-- Why: people know personas by name. Counting, exporting and deleting a form must not read every response.
-- Locks: blocks writes to cx_personas and form_responses while the indexes are built.
-- Safe with the previous release: yes, unless it is asked for a second persona of one name, which then fails.

CREATE UNIQUE INDEX cx_personas_name_key ON cx_personas (tenant_id, lower(normalize(name, NFKC)));
CREATE INDEX form_responses_by_form ON form_responses (tenant_id, form_id, submitted_at, id);
