-- What: how many responses each persona has scored, by day and outcome of its rules, kept up to date with every response;
--       and the list of responses that are not in these counts yet.
-- Why: the figures of a dashboard were counted from the scores of every response, each time anybody looked. Counts can be
--      added up in the time of an empty query however many responses there are, and taken apart again when somebody is
--      erased.
-- Locks: reads every score once; blocks new responses meanwhile (about 4 s a million scores).
-- Safe with the previous release: it stores responses and erases them as before, but what it calculates or erases is not
--      counted. The first start of this release counts everything anew, so nothing has to be done about it.

-- In which time zone the days of a tenant's counts are, and how often they were changed. `changed_in` tells a change that
-- was rolled back from a later one of the same number.
CREATE TABLE day_count_states (
  tenant_id bigint NOT NULL,
  time_zone text NOT NULL,
  revision bigint NOT NULL,
  changed_in xid8 NOT NULL,
  CONSTRAINT day_count_states_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT day_count_states_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE
);

-- Each scored response once: on the day it was submitted, until the day of the same respondent's next response.
-- Over the days [a, b] there are the responses with a <= day <= b; those with superseded_on > b are the latest of their
-- respondents.
CREATE TABLE persona_day_counts (
  tenant_id bigint NOT NULL,
  persona_id bigint NOT NULL,
  day date NOT NULL,
  superseded_on date NOT NULL DEFAULT 'infinity',
  rule_outcomes text COLLATE "C" NOT NULL,
  responses integer NOT NULL,
  CONSTRAINT persona_day_counts_pkey PRIMARY KEY (tenant_id, persona_id, day, superseded_on, rule_outcomes)
);

-- The same of all days together, kept by the database itself. `respondents` counts those whose latest response it is.
CREATE TABLE persona_outcome_counts (
  tenant_id bigint NOT NULL,
  persona_id bigint NOT NULL,
  rule_outcomes text COLLATE "C" NOT NULL,
  responses bigint NOT NULL,
  respondents bigint NOT NULL,
  CONSTRAINT persona_outcome_counts_pkey PRIMARY KEY (tenant_id, persona_id, rule_outcomes)
);

-- Responses that are stored, and scored as far as they will be, but not counted yet.
CREATE TABLE pending_responses (
  tenant_id bigint NOT NULL,
  response_id bigint NOT NULL,
  CONSTRAINT pending_responses_pkey PRIMARY KEY (tenant_id, response_id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['day_count_states', 'persona_day_counts', 'persona_outcome_counts', 'pending_responses']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id())', t);
  END LOOP;
END $$;

-- The scheduler's door shows which tenants have something to be counted.
CREATE POLICY uncounted ON pending_responses FOR SELECT USING (scope_setting('directory') = 'on');
CREATE POLICY uncounted ON day_count_states FOR SELECT USING (scope_setting('directory') = 'on');

-- What the pending responses will change in persona_day_counts: they are added, and an earlier response of the same
-- respondent is superseded on another day. The counts and these changes together are exact at any moment.
CREATE VIEW pending_day_counts WITH (security_invoker = true) AS
  WITH touched AS (
    SELECT DISTINCT r.tenant_id, r.respondent_id
    FROM pending_responses q
    JOIN form_responses r ON r.tenant_id = q.tenant_id AND r.id = q.response_id
    WHERE r.respondent_id IS NOT NULL
  ), placed AS (
    SELECT r.tenant_id, r.id, r.respondent_id, r.submitted_at,
      (r.submitted_at AT TIME ZONE coalesce(s.time_zone, t.time_zone))::date AS day,
      q.response_id IS NOT NULL AS is_pending
    FROM touched
    JOIN form_responses r ON r.tenant_id = touched.tenant_id AND r.respondent_id = touched.respondent_id
    JOIN tenants t ON t.id = r.tenant_id
    LEFT JOIN day_count_states s ON s.tenant_id = r.tenant_id
    LEFT JOIN pending_responses q ON q.tenant_id = r.tenant_id AND q.response_id = r.id
  ), followed AS (
    SELECT tenant_id, id, day, is_pending,
      coalesce(lead(day) OVER (PARTITION BY tenant_id, respondent_id ORDER BY submitted_at, id), 'infinity') AS superseded_on,
      coalesce(lead(day) OVER (PARTITION BY tenant_id, respondent_id, is_pending ORDER BY submitted_at, id), 'infinity') AS counted_as
    FROM placed
  ), changes AS (
    SELECT f.tenant_id, f.id, f.day, c.superseded_on, c.responses
    FROM followed f
    CROSS JOIN LATERAL (VALUES (1, f.superseded_on), (-1, f.counted_as)) AS c (responses, superseded_on)
    WHERE CASE WHEN f.is_pending THEN c.responses = 1 ELSE f.superseded_on <> f.counted_as END
    UNION ALL
    SELECT r.tenant_id, r.id, (r.submitted_at AT TIME ZONE coalesce(s.time_zone, t.time_zone))::date, 'infinity', 1
    FROM pending_responses q
    JOIN form_responses r ON r.tenant_id = q.tenant_id AND r.id = q.response_id
    JOIN tenants t ON t.id = r.tenant_id
    LEFT JOIN day_count_states s ON s.tenant_id = r.tenant_id
    WHERE r.respondent_id IS NULL
  )
  SELECT c.tenant_id, o.persona_id, c.day, c.superseded_on, o.rule_outcomes, c.responses
  FROM changes c
  JOIN response_outcomes o ON o.tenant_id = c.tenant_id AND o.response_id = c.id;

-- A response is pending from its first moment, whoever stores it. A move to another database brings all tables as they
-- are, and says so by a setting.
CREATE FUNCTION note_pending_responses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF scope_setting('moving') <> 'on' THEN
    INSERT INTO pending_responses (tenant_id, response_id) SELECT a.tenant_id, a.id FROM added a;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION forget_pending_responses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM pending_responses q USING deleted d WHERE q.tenant_id = d.tenant_id AND q.response_id = d.id;
  RETURN NULL;
END $$;

CREATE FUNCTION delete_counts_of_personas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM persona_day_counts c USING deleted d WHERE c.tenant_id = d.tenant_id AND c.persona_id = d.id;
  RETURN NULL;
END $$;

CREATE FUNCTION sum_day_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF scope_setting('moving') = 'on' THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO persona_outcome_counts AS p (tenant_id, persona_id, rule_outcomes, responses, respondents)
    SELECT tenant_id, persona_id, rule_outcomes, sum(responses), coalesce(sum(responses) FILTER (WHERE superseded_on = 'infinity'), 0)
    FROM added
    GROUP BY tenant_id, persona_id, rule_outcomes
    ON CONFLICT (tenant_id, persona_id, rule_outcomes)
      DO UPDATE SET responses = p.responses + excluded.responses, respondents = p.respondents + excluded.respondents;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    UPDATE persona_outcome_counts p
    SET responses = p.responses - d.responses, respondents = p.respondents - d.respondents
    FROM (
      SELECT tenant_id, persona_id, rule_outcomes, sum(responses) AS responses,
        coalesce(sum(responses) FILTER (WHERE superseded_on = 'infinity'), 0) AS respondents
      FROM deleted
      GROUP BY tenant_id, persona_id, rule_outcomes
    ) d
    WHERE p.tenant_id = d.tenant_id AND p.persona_id = d.persona_id AND p.rule_outcomes = d.rule_outcomes;
    DELETE FROM persona_outcome_counts p
    USING (SELECT DISTINCT tenant_id, persona_id, rule_outcomes FROM deleted) d
    WHERE p.tenant_id = d.tenant_id AND p.persona_id = d.persona_id AND p.rule_outcomes = d.rule_outcomes AND p.responses = 0;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER form_responses_are_pending AFTER INSERT ON form_responses
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_pending_responses();
CREATE TRIGGER form_responses_take_pending AFTER DELETE ON form_responses
  REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION forget_pending_responses();
CREATE TRIGGER cx_personas_take_counts AFTER DELETE ON cx_personas
  REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION delete_counts_of_personas();
CREATE TRIGGER persona_day_counts_summed_on_insert AFTER INSERT ON persona_day_counts
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sum_day_counts();
CREATE TRIGGER persona_day_counts_summed_on_update AFTER UPDATE ON persona_day_counts
  REFERENCING NEW TABLE AS added OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION sum_day_counts();
CREATE TRIGGER persona_day_counts_summed_on_delete AFTER DELETE ON persona_day_counts
  REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION sum_day_counts();

-- Counts what is there, tenant by tenant through the scheduler's door, because the walls bind the owner of the tables too.
LOCK TABLE form_responses IN SHARE ROW EXCLUSIVE MODE;
DO $$
DECLARE tenant record;
BEGIN
  PERFORM set_config('likeness.directory', 'on', true);
  FOR tenant IN SELECT id, time_zone FROM tenants ORDER BY id LOOP
    PERFORM set_config('likeness.tenant_id', tenant.id::text, true);
    INSERT INTO day_count_states (tenant_id, time_zone, revision, changed_in)
    VALUES (tenant.id, tenant.time_zone, 1, pg_current_xact_id());
    INSERT INTO persona_day_counts (tenant_id, persona_id, day, superseded_on, rule_outcomes, responses)
    SELECT o.tenant_id, o.persona_id, f.day, f.superseded_on, o.rule_outcomes, count(*)
    FROM (
      SELECT r.id, (r.submitted_at AT TIME ZONE tenant.time_zone)::date AS day,
        coalesce((lead(r.submitted_at) OVER (PARTITION BY coalesce(r.respondent_id, -r.id) ORDER BY r.submitted_at, r.id)
          AT TIME ZONE tenant.time_zone)::date, 'infinity') AS superseded_on
      FROM form_responses r
      WHERE r.tenant_id = tenant.id
    ) f
    JOIN response_outcomes o ON o.tenant_id = tenant.id AND o.response_id = f.id
    GROUP BY o.tenant_id, o.persona_id, f.day, f.superseded_on, o.rule_outcomes;
  END LOOP;
  PERFORM set_config('likeness.directory', '', true), set_config('likeness.tenant_id', '', true);
END $$;
