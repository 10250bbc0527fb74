-- What: persona_matches loses its two foreign keys and one of its three indexes. Deleting responses or personas takes
--       their matches along by set-based triggers instead of row by row.
-- Why: matches are derived rows, written a million at a time under the tenant's scoring lock from responses that the
--      same statement has just seen. Checking two keys and filling three indexes for each row was most of the time of a
--      calculation (bench: batch-vs-original). With the response in front, the key also finds the scores of a response;
--      those of a persona are found by persona_matches_best_first.
-- Locks: an exclusive lock on persona_matches while its key is built anew, short ones on form_responses and cx_personas.
-- Safe with the previous release: yes, it writes the same rows in the same order.

ALTER TABLE persona_matches DROP CONSTRAINT persona_matches_response_fkey;
ALTER TABLE persona_matches DROP CONSTRAINT persona_matches_persona_fkey;
ALTER TABLE persona_matches DROP CONSTRAINT persona_matches_pkey;
ALTER TABLE persona_matches ADD CONSTRAINT persona_matches_pkey PRIMARY KEY (tenant_id, response_id, persona_id);
DROP INDEX persona_matches_by_response;

CREATE FUNCTION delete_matches_of_responses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM persona_matches m USING deleted d WHERE m.tenant_id = d.tenant_id AND m.response_id = d.id;
  RETURN NULL;
END $$;

CREATE FUNCTION delete_matches_of_personas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM persona_matches m USING deleted d WHERE m.tenant_id = d.tenant_id AND m.persona_id = d.id;
  RETURN NULL;
END $$;

CREATE TRIGGER form_responses_take_matches AFTER DELETE ON form_responses
  REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION delete_matches_of_responses();
CREATE TRIGGER cx_personas_take_matches AFTER DELETE ON cx_personas
  REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION delete_matches_of_personas();
