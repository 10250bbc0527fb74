-- What a fresh database looks like after all migrations. Written by "npm run schema"; do not edit.
-- A description to read and to compare, in a fixed order; new databases are made by the migrations.

CREATE OR REPLACE FUNCTION public.current_tenant_id()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('likeness.tenant_id'::text, true), ''::text))::bigint

CREATE OR REPLACE FUNCTION public.delete_counts_of_personas()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  DELETE FROM persona_day_counts c USING deleted d WHERE c.tenant_id = d.tenant_id AND c.persona_id = d.id;
  RETURN NULL;
END $function$

CREATE OR REPLACE FUNCTION public.delete_matches_of_personas()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  DELETE FROM response_outcomes o USING deleted d WHERE o.tenant_id = d.tenant_id AND o.persona_id = d.id;
  DELETE FROM outcome_scores s USING deleted d WHERE s.tenant_id = d.tenant_id AND s.persona_id = d.id;
  RETURN NULL;
END $function$

CREATE OR REPLACE FUNCTION public.delete_matches_of_responses()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  DELETE FROM response_outcomes o USING deleted d WHERE o.tenant_id = d.tenant_id AND o.response_id = d.id;
  RETURN NULL;
END $function$

CREATE OR REPLACE FUNCTION public.fold_text(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN btrim(regexp_replace(lower(NORMALIZE(value, NFKC)), '\s+'::text, ' '::text, 'g'::text))

CREATE OR REPLACE FUNCTION public.forget_pending_responses()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  DELETE FROM pending_responses q USING deleted d WHERE q.tenant_id = d.tenant_id AND q.response_id = d.id;
  RETURN NULL;
END $function$

CREATE OR REPLACE FUNCTION public.given_answer(of_tenant bigint, of_form bigint, answers jsonb, asked text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    WITH known AS (
      SELECT array_agg(fold_text(spelling)) AS names
      FROM attributes a CROSS JOIN LATERAL unnest(a.name || a.aliases) AS called (spelling)
      WHERE a.tenant_id = of_tenant
      GROUP BY a.id
    ),
    own AS (
      SELECT fold_text(asked) AS name
      UNION SELECT unnest(names) FROM known WHERE fold_text(asked) = ANY (names)
    ),
    fields AS (
      SELECT f.missing, ARRAY(SELECT fold_text(spelling) FROM unnest(ARRAY[f.attribute, f.key, f.label] || f.aliases) AS called (spelling) WHERE spelling IS NOT NULL) AS names
      FROM form_fields f
      WHERE f.tenant_id = of_tenant AND f.form_id = of_form
    ),
    meant AS (SELECT names, missing FROM fields WHERE names && ARRAY(SELECT name FROM own)),
    tokens AS (SELECT ARRAY(SELECT fold_text(token) FROM meant CROSS JOIN LATERAL unnest(missing) AS given (token)) AS list)
    SELECT answer.value
    FROM tokens CROSS JOIN jsonb_each(answers) AS answer
    WHERE (fold_text(answer.key) IN (SELECT name FROM own) OR fold_text(answer.key) IN (SELECT unnest(names) FROM meant))
      AND NOT is_missing_answer(answer.value, tokens.list)
    ORDER BY fold_text(answer.key) <> fold_text(asked), answer.key COLLATE "C"
    LIMIT 1
  $function$

CREATE OR REPLACE FUNCTION public.is_missing_answer(value jsonb, tokens text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE jsonb_typeof(value) WHEN 'null'::text THEN true WHEN 'object'::text THEN false WHEN 'array'::text THEN (NOT (EXISTS (SELECT FROM jsonb_array_elements(is_missing_answer.value) listed(item) WHERE ((jsonb_typeof(listed.item) <> 'null'::text) AND (fold_text((listed.item #>> '{}'::text[])) <> ALL ((is_missing_answer.tokens || ''::text))))))) ELSE (fold_text((value #>> '{}'::text[])) = ANY ((tokens || ''::text))) END

CREATE OR REPLACE FUNCTION public.matched_attributes(of_tenant bigint, of_persona bigint, of_response bigint, outcomes text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    SELECT coalesce(jsonb_object_agg(rule_label(rule), jsonb_build_object(
        'expected', rule_expected(rule),
        'actual', CASE WHEN rule ? 'attribute' THEN given_answer(of_tenant, r.form_id, r.response_data, rule ->> 'attribute') ELSE (
          SELECT jsonb_object_agg(name, given_answer(of_tenant, r.form_id, r.response_data, name))
          FROM (SELECT DISTINCT found #>> '{}' AS name FROM jsonb_path_query(rule, '$.**.attribute') AS found) AS asked) END,
        'match', substr(outcomes, position::integer, 1) = '+')), '{}')
    FROM cx_personas p
    JOIN persona_editions e ON e.tenant_id = of_tenant AND e.persona_id = of_persona AND e.edition = p.scored_edition
    JOIN form_responses r ON r.tenant_id = of_tenant AND r.id = of_response
    CROSS JOIN LATERAL jsonb_array_elements(e.rules -> 'rules') WITH ORDINALITY AS listed (rule, position)
    WHERE p.tenant_id = of_tenant AND p.id = of_persona
  $function$

CREATE OR REPLACE FUNCTION public.note_pending_responses()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF scope_setting('moving') <> 'on' THEN
    INSERT INTO pending_responses (tenant_id, response_id) SELECT a.tenant_id, a.id FROM added a;
  END IF;
  RETURN NULL;
END $function$

CREATE OR REPLACE FUNCTION public.record_erased_responses()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO response_erasures (tenant_id, erased_in, response_ids)
  SELECT d.tenant_id, pg_current_xact_id(), range_agg(int8range(d.id, d.id, '[]')) FROM deleted d GROUP BY d.tenant_id;
  RETURN NULL;
END $function$

CREATE OR REPLACE FUNCTION public.rule_expected(rule jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (NOT (rule ? 'attribute'::text)) THEN (rule - ARRAY['weight'::text, 'required'::text, 'label'::text]) WHEN ((rule -> 'is'::text) ? 'between'::text) THEN jsonb_strip_nulls(jsonb_build_object('min', (rule #> '{is,between,0}'::text[]), 'max', (rule #> '{is,between,1}'::text[]))) WHEN ((rule -> 'is'::text) ? 'atLeast'::text) THEN jsonb_build_object('min', (rule #> '{is,atLeast}'::text[])) WHEN ((rule -> 'is'::text) ? 'atMost'::text) THEN jsonb_build_object('max', (rule #> '{is,atMost}'::text[])) ELSE COALESCE((rule #> '{is,in}'::text[]), (rule #> '{is,anyOf}'::text[]), (rule -> 'is'::text)) END

CREATE OR REPLACE FUNCTION public.rule_label(rule jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT coalesce(rule ->> 'label', rule ->> 'attribute', CASE WHEN length(words) > 80 THEN left(words, 79) || '…' ELSE words END)
    FROM rule_words(rule, false) AS words
  $function$

CREATE OR REPLACE FUNCTION public.rule_words(condition jsonb, is_inner boolean)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
  DECLARE
    parts jsonb := coalesce(condition -> 'all', condition -> 'any');
    words text;
  BEGIN
    IF condition ? 'attribute' THEN RETURN condition ->> 'attribute'; END IF;
    IF condition ? 'not' THEN RETURN 'not ' || rule_words(condition -> 'not', true); END IF;
    SELECT string_agg(rule_words(part, true), CASE WHEN condition ? 'all' THEN ' and ' ELSE ' or ' END ORDER BY position)
    INTO words FROM jsonb_array_elements(parts) WITH ORDINALITY AS listed (part, position);
    RETURN CASE WHEN is_inner AND jsonb_array_length(parts) > 1 THEN '(' || words || ')' ELSE words END;
  END $function$

CREATE OR REPLACE FUNCTION public.scope_setting(name text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE(current_setting(('likeness.'::text || name), true), ''::text)

CREATE OR REPLACE FUNCTION public.sum_day_counts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
END $function$

CREATE TABLE api_keys (
  tenant_id bigint NOT NULL,
  id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  name text NOT NULL,
  prefix text NOT NULL,
  secret_hash bytea NOT NULL,
  scopes text[] NOT NULL,
  created_by text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT api_keys_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT api_keys_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY presented_key ON api_keys FOR SELECT USING ((prefix = scope_setting('api_key_prefix'::text)));
CREATE POLICY tenant_isolation ON api_keys FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE attributes (
  tenant_id bigint NOT NULL,
  id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  name text NOT NULL,
  folded_name text NOT NULL,
  aliases text[] NOT NULL DEFAULT '{}'::text[],
  synonyms jsonb NOT NULL DEFAULT '{}'::jsonb,
  language text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT attributes_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT attributes_name_key UNIQUE (tenant_id, folded_name),
  CONSTRAINT attributes_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
ALTER TABLE attributes ENABLE ROW LEVEL SECURITY;
ALTER TABLE attributes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON attributes FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE audit_log (
  tenant_id bigint NOT NULL,
  id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  at timestamp with time zone NOT NULL DEFAULT now(),
  actor text NOT NULL,
  actor_name text NOT NULL,
  action text NOT NULL,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  details jsonb NOT NULL DEFAULT '{}'::jsonb,
  request_id text,
  CONSTRAINT audit_log_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT audit_log_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON audit_log FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE cx_personas (
  tenant_id bigint NOT NULL,
  id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  name text NOT NULL,
  description text NOT NULL DEFAULT ''::text,
  status text NOT NULL DEFAULT 'active'::text,
  tags text[] NOT NULL DEFAULT '{}'::text[],
  card jsonb NOT NULL DEFAULT '{}'::jsonb,
  color_index smallint NOT NULL DEFAULT 0,
  edition integer NOT NULL DEFAULT 0,
  scored_edition integer,
  scored_at timestamp with time zone,
  last_synced_at timestamp with time zone,
  sync_config jsonb NOT NULL DEFAULT '{"auto_sync": true, "sync_frequency": "daily"}'::jsonb,
  revision integer NOT NULL DEFAULT 1,
  created_by text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT cx_personas_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT cx_personas_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  CONSTRAINT cx_personas_name_not_blank CHECK ((btrim(name) <> ''::text)),
  CONSTRAINT cx_personas_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'active'::text, 'archived'::text])))
);
ALTER TABLE cx_personas ENABLE ROW LEVEL SECURITY;
ALTER TABLE cx_personas FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON cx_personas FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE day_count_states (
  tenant_id bigint NOT NULL,
  time_zone text NOT NULL,
  revision bigint NOT NULL,
  changed_in xid8 NOT NULL,
  CONSTRAINT day_count_states_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT day_count_states_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
ALTER TABLE day_count_states ENABLE ROW LEVEL SECURITY;
ALTER TABLE day_count_states FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON day_count_states FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));
CREATE POLICY uncounted ON day_count_states FOR SELECT USING ((scope_setting('directory'::text) = 'on'::text));

CREATE TABLE events (
  tenant_id bigint NOT NULL,
  id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  type text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT events_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT events_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE events FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON events FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE form_fields (
  tenant_id bigint NOT NULL,
  form_id bigint NOT NULL,
  "position" integer NOT NULL,
  key text NOT NULL,
  folded_key text NOT NULL,
  label text NOT NULL,
  attribute text,
  type text NOT NULL,
  aliases text[] NOT NULL DEFAULT '{}'::text[],
  delimiter text,
  missing text[] NOT NULL DEFAULT '{}'::text[],
  date_order text,
  language text,
  role text,
  is_personal boolean NOT NULL DEFAULT false,
  CONSTRAINT form_fields_pkey PRIMARY KEY (tenant_id, form_id, folded_key),
  CONSTRAINT form_fields_form_fkey FOREIGN KEY (tenant_id, form_id) REFERENCES forms(tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT form_fields_date_order_known CHECK ((date_order = ANY (ARRAY['mdy'::text, 'dmy'::text, 'ymd'::text]))),
  CONSTRAINT form_fields_role_known CHECK ((role = ANY (ARRAY['demographic'::text, 'channel'::text, 'metric'::text]))),
  CONSTRAINT form_fields_type_known CHECK ((type = ANY (ARRAY['text'::text, 'number'::text, 'date'::text, 'choice'::text, 'multi'::text, 'boolean'::text])))
);
ALTER TABLE form_fields ENABLE ROW LEVEL SECURITY;
ALTER TABLE form_fields FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON form_fields FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE form_keys (
  tenant_id bigint NOT NULL,
  form_id bigint NOT NULL,
  key text NOT NULL,
  CONSTRAINT form_keys_form_fkey FOREIGN KEY (tenant_id, form_id) REFERENCES forms(tenant_id, id) ON DELETE CASCADE
);
ALTER TABLE form_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE form_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON form_keys FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE form_responses (
  tenant_id bigint NOT NULL,
  id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  form_id bigint NOT NULL,
  respondent_id bigint,
  external_id text,
  import_id bigint,
  submitted_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL DEFAULT now(),
  response_data jsonb NOT NULL,
  CONSTRAINT form_responses_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT form_responses_form_fkey FOREIGN KEY (tenant_id, form_id) REFERENCES forms(tenant_id, id),
  CONSTRAINT form_responses_import_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES imports(tenant_id, id),
  CONSTRAINT form_responses_respondent_fkey FOREIGN KEY (tenant_id, respondent_id) REFERENCES respondents(tenant_id, id)
);
ALTER TABLE form_responses ENABLE ROW LEVEL SECURITY;
ALTER TABLE form_responses FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON form_responses FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE forms (
  tenant_id bigint NOT NULL,
  id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  name text NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT forms_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT forms_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
ALTER TABLE forms ENABLE ROW LEVEL SECURITY;
ALTER TABLE forms FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON forms FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE idempotency_keys (
  tenant_id bigint NOT NULL,
  operation text NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  answer jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (tenant_id, operation, key),
  CONSTRAINT idempotency_keys_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON idempotency_keys FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE identity.accounts (
  id text NOT NULL,
  user_id text NOT NULL,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT accounts_pkey PRIMARY KEY (id),
  CONSTRAINT accounts_of_provider UNIQUE (provider_id, account_id),
  CONSTRAINT accounts_user_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE
);
ALTER TABLE identity.accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in ON identity.accounts FOR ALL USING ((scope_setting('identity'::text) = 'on'::text)) WITH CHECK ((scope_setting('identity'::text) = 'on'::text));

CREATE TABLE identity.attempts (
  counted_for text NOT NULL,
  count integer NOT NULL,
  window_ends_at timestamp with time zone NOT NULL,
  CONSTRAINT attempts_pkey PRIMARY KEY (counted_for)
);
ALTER TABLE identity.attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.attempts FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in ON identity.attempts FOR ALL USING ((scope_setting('identity'::text) = 'on'::text)) WITH CHECK ((scope_setting('identity'::text) = 'on'::text));

CREATE TABLE identity.sessions (
  id text NOT NULL,
  user_id text NOT NULL,
  token text NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_token UNIQUE (token),
  CONSTRAINT sessions_user_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE
);
ALTER TABLE identity.sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in ON identity.sessions FOR ALL USING ((scope_setting('identity'::text) = 'on'::text)) WITH CHECK ((scope_setting('identity'::text) = 'on'::text));

CREATE TABLE identity.users (
  id text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_email UNIQUE (email)
);
ALTER TABLE identity.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.users FORCE ROW LEVEL SECURITY;
CREATE POLICY members ON identity.users FOR SELECT USING ((id IN ( SELECT m.user_id
   FROM memberships m
  WHERE (m.tenant_id = current_tenant_id()))));
CREATE POLICY sign_in ON identity.users FOR ALL USING ((scope_setting('identity'::text) = 'on'::text)) WITH CHECK ((scope_setting('identity'::text) = 'on'::text));

CREATE TABLE identity.verifications (
  id text NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT verifications_pkey PRIMARY KEY (id)
);
ALTER TABLE identity.verifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.verifications FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in ON identity.verifications FOR ALL USING ((scope_setting('identity'::text) = 'on'::text)) WITH CHECK ((scope_setting('identity'::text) = 'on'::text));

CREATE TABLE import_chunks (
  tenant_id bigint NOT NULL,
  import_id bigint NOT NULL,
  "position" integer NOT NULL,
  bytes bytea NOT NULL,
  CONSTRAINT import_chunks_pkey PRIMARY KEY (tenant_id, import_id, "position"),
  CONSTRAINT import_chunks_import_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES imports(tenant_id, id) ON DELETE CASCADE
);
ALTER TABLE import_chunks ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_chunks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON import_chunks FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE import_refused_rows (
  tenant_id bigint NOT NULL,
  import_id bigint NOT NULL,
  row_number bigint NOT NULL,
  field text,
  code text NOT NULL,
  reason text NOT NULL,
  cells jsonb NOT NULL,
  CONSTRAINT import_refused_rows_pkey PRIMARY KEY (tenant_id, import_id, row_number),
  CONSTRAINT import_refused_rows_import_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES imports(tenant_id, id) ON DELETE CASCADE
);
ALTER TABLE import_refused_rows ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_refused_rows FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON import_refused_rows FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE imports (
  tenant_id bigint NOT NULL,
  id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  form_id bigint,
  file_name text NOT NULL,
  byte_count bigint NOT NULL DEFAULT 0,
  status text NOT NULL DEFAULT 'uploading'::text,
  recognition jsonb,
  mapping jsonb,
  report jsonb,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  imported_at timestamp with time zone,
  undone_at timestamp with time zone,
  created_by_name text,
  CONSTRAINT imports_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT imports_form_fkey FOREIGN KEY (tenant_id, form_id) REFERENCES forms(tenant_id, id),
  CONSTRAINT imports_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  CONSTRAINT imports_status_known CHECK ((status = ANY (ARRAY['uploading'::text, 'recognised'::text, 'refused'::text, 'checked'::text, 'importing'::text, 'imported'::text, 'failed'::text, 'undone'::text])))
);
ALTER TABLE imports ENABLE ROW LEVEL SECURITY;
ALTER TABLE imports FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON imports FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE invitations (
  tenant_id bigint NOT NULL,
  id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  email text NOT NULL,
  role text NOT NULL,
  token_hash bytea NOT NULL,
  invited_by text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  accepted_at timestamp with time zone,
  CONSTRAINT invitations_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT invitations_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  CONSTRAINT invitations_role_known CHECK ((role = ANY (ARRAY['owner'::text, 'editor'::text, 'viewer'::text])))
);
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY presented_invitation ON invitations FOR SELECT USING ((encode(token_hash, 'hex'::text) = scope_setting('invitation_hash'::text)));
CREATE POLICY tenant_isolation ON invitations FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE likeness_migrations (
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT likeness_migrations_pkey PRIMARY KEY (name)
);

CREATE TABLE memberships (
  tenant_id bigint NOT NULL,
  user_id text NOT NULL,
  role text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT memberships_pkey PRIMARY KEY (tenant_id, user_id),
  CONSTRAINT memberships_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  CONSTRAINT memberships_role_known CHECK ((role = ANY (ARRAY['owner'::text, 'editor'::text, 'viewer'::text])))
);
ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;
CREATE POLICY own_memberships ON memberships FOR SELECT USING ((user_id = scope_setting('user_id'::text)));
CREATE POLICY tenant_isolation ON memberships FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE outcome_scores (
  tenant_id bigint NOT NULL,
  persona_id bigint NOT NULL,
  rule_outcomes text NOT NULL,
  match_score numeric(5,2) NOT NULL,
  band smallint NOT NULL,
  evidence double precision NOT NULL,
  every_rule boolean NOT NULL,
  CONSTRAINT outcome_scores_pkey PRIMARY KEY (tenant_id, persona_id, rule_outcomes)
);
ALTER TABLE outcome_scores ENABLE ROW LEVEL SECURITY;
ALTER TABLE outcome_scores FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON outcome_scores FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE pending_responses (
  tenant_id bigint NOT NULL,
  response_id bigint NOT NULL,
  CONSTRAINT pending_responses_pkey PRIMARY KEY (tenant_id, response_id)
);
ALTER TABLE pending_responses ENABLE ROW LEVEL SECURITY;
ALTER TABLE pending_responses FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON pending_responses FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));
CREATE POLICY uncounted ON pending_responses FOR SELECT USING ((scope_setting('directory'::text) = 'on'::text));

CREATE TABLE persona_data_snapshots (
  tenant_id bigint NOT NULL,
  persona_id bigint NOT NULL,
  snapshot_date date NOT NULL,
  edition integer NOT NULL,
  is_complete boolean NOT NULL,
  response_count integer NOT NULL,
  metrics jsonb NOT NULL,
  demographics jsonb NOT NULL,
  behavioral_data jsonb NOT NULL,
  fingerprint text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT persona_data_snapshots_pkey PRIMARY KEY (tenant_id, persona_id, snapshot_date),
  CONSTRAINT persona_data_snapshots_persona_fkey FOREIGN KEY (tenant_id, persona_id) REFERENCES cx_personas(tenant_id, id) ON DELETE CASCADE
);
ALTER TABLE persona_data_snapshots ENABLE ROW LEVEL SECURITY;
ALTER TABLE persona_data_snapshots FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON persona_data_snapshots FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE persona_day_counts (
  tenant_id bigint NOT NULL,
  persona_id bigint NOT NULL,
  day date NOT NULL,
  superseded_on date NOT NULL DEFAULT 'infinity'::date,
  rule_outcomes text NOT NULL,
  responses integer NOT NULL,
  CONSTRAINT persona_day_counts_pkey PRIMARY KEY (tenant_id, persona_id, day, superseded_on, rule_outcomes)
);
ALTER TABLE persona_day_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE persona_day_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON persona_day_counts FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

CREATE TABLE persona_editions (
  tenant_id bigint NOT NULL,
  persona_id bigint NOT NULL,
  edition integer NOT NULL,
  mapping_rules jsonb NOT NULL,
  rules jsonb NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  restored_from integer,
  created_by text,
  created_by_name text NOT NULL DEFAULT ''::text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT persona_editions_pkey PRIMARY KEY (tenant_id, persona_id, edition),
  CONSTRAINT persona_editions_persona_fkey FOREIGN KEY (tenant_id, persona_id) REFERENCES cx_personas(tenant_id, id) ON DELETE CASCADE
);
ALTER TABLE persona_editions ENABLE ROW LEVEL SECURITY;
ALTER TABLE persona_editions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON persona_editions FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE persona_outcome_counts (
  tenant_id bigint NOT NULL,
  persona_id bigint NOT NULL,
  rule_outcomes text NOT NULL,
  responses bigint NOT NULL,
  respondents bigint NOT NULL,
  CONSTRAINT persona_outcome_counts_pkey PRIMARY KEY (tenant_id, persona_id, rule_outcomes)
);
ALTER TABLE persona_outcome_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE persona_outcome_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON persona_outcome_counts FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE respondents (
  tenant_id bigint NOT NULL,
  id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  respondent_key text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT respondents_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT respondents_key UNIQUE (tenant_id, respondent_key),
  CONSTRAINT respondents_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
ALTER TABLE respondents ENABLE ROW LEVEL SECURITY;
ALTER TABLE respondents FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON respondents FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE response_erasures (
  tenant_id bigint NOT NULL,
  id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  erased_in xid8 NOT NULL,
  response_ids int8multirange NOT NULL,
  erased_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT response_erasures_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT response_erasures_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
ALTER TABLE response_erasures ENABLE ROW LEVEL SECURITY;
ALTER TABLE response_erasures FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON response_erasures FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

CREATE TABLE response_outcomes (
  tenant_id bigint NOT NULL,
  persona_id bigint NOT NULL,
  response_id bigint NOT NULL,
  rule_outcomes text NOT NULL,
  CONSTRAINT response_outcomes_pkey PRIMARY KEY (tenant_id, response_id, persona_id)
);
ALTER TABLE response_outcomes ENABLE ROW LEVEL SECURITY;
ALTER TABLE response_outcomes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON response_outcomes FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = ( SELECT current_tenant_id() AS current_tenant_id)));

CREATE TABLE runs (
  tenant_id bigint NOT NULL,
  id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  kind text NOT NULL,
  persona_id bigint,
  import_id bigint,
  status text NOT NULL DEFAULT 'queued'::text,
  done bigint NOT NULL DEFAULT 0,
  total bigint,
  attempt integer NOT NULL DEFAULT 0,
  result jsonb,
  error jsonb,
  requested_by text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  requested_by_name text,
  CONSTRAINT runs_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT runs_import_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES imports(tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT runs_persona_fkey FOREIGN KEY (tenant_id, persona_id) REFERENCES cx_personas(tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT runs_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  CONSTRAINT runs_kind_known CHECK ((kind = ANY (ARRAY['batch-calculate'::text, 'sync'::text, 'import'::text, 'undo-import'::text]))),
  CONSTRAINT runs_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'succeeded'::text, 'failed'::text])))
);
ALTER TABLE runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE runs FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON runs FOR ALL USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));
CREATE POLICY unfinished_runs ON runs FOR SELECT USING (((status = ANY (ARRAY['queued'::text, 'running'::text])) AND (scope_setting('directory'::text) = 'on'::text)));

CREATE TABLE tenants (
  id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  name text NOT NULL,
  time_zone text NOT NULL DEFAULT 'UTC'::text,
  settings jsonb NOT NULL DEFAULT '{}'::jsonb,
  settings_revision integer NOT NULL DEFAULT 1,
  is_demo boolean NOT NULL DEFAULT false,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT tenants_pkey PRIMARY KEY (id),
  CONSTRAINT tenants_name_not_blank CHECK ((btrim(name) <> ''::text))
);
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY directory ON tenants FOR SELECT USING ((scope_setting('directory'::text) = 'on'::text));
CREATE POLICY own_tenants ON tenants FOR SELECT USING ((id IN ( SELECT m.tenant_id
   FROM memberships m
  WHERE (m.user_id = scope_setting('user_id'::text)))));
CREATE POLICY tenant_isolation ON tenants FOR ALL USING ((id = current_tenant_id())) WITH CHECK ((id = current_tenant_id()));

CREATE UNIQUE INDEX api_keys_prefix ON public.api_keys USING btree (prefix);

CREATE UNIQUE INDEX cx_personas_name_key ON public.cx_personas USING btree (tenant_id, lower(NORMALIZE(name, NFKC)));

CREATE UNIQUE INDEX form_keys_key ON public.form_keys USING btree (tenant_id, form_id, "left"(key, 200), hashtextextended(key, (0)::bigint));

CREATE INDEX form_responses_by_form ON public.form_responses USING btree (tenant_id, form_id, submitted_at, id);

CREATE INDEX form_responses_by_import ON public.form_responses USING btree (tenant_id, import_id) WHERE (import_id IS NOT NULL);

CREATE INDEX form_responses_by_respondent ON public.form_responses USING btree (tenant_id, respondent_id, submitted_at, id) WHERE (respondent_id IS NOT NULL);

CREATE INDEX form_responses_by_time ON public.form_responses USING btree (tenant_id, submitted_at, id);

CREATE UNIQUE INDEX form_responses_external_id ON public.form_responses USING btree (tenant_id, form_id, external_id) WHERE (external_id IS NOT NULL);

CREATE INDEX accounts_by_user ON identity.accounts USING btree (user_id);

CREATE INDEX sessions_by_end ON identity.sessions USING btree (expires_at);

CREATE INDEX sessions_by_user ON identity.sessions USING btree (user_id);

CREATE INDEX verifications_by_identifier ON identity.verifications USING btree (identifier);

CREATE UNIQUE INDEX invitations_token ON public.invitations USING btree (token_hash);

CREATE INDEX memberships_by_user ON public.memberships USING btree (user_id, tenant_id);

CREATE INDEX response_erasures_by_transaction ON public.response_erasures USING btree (tenant_id, erased_in);

CREATE INDEX response_outcomes_by_persona ON public.response_outcomes USING btree (tenant_id, persona_id, rule_outcomes, response_id);

CREATE INDEX runs_by_import ON public.runs USING btree (tenant_id, import_id, id) WHERE (import_id IS NOT NULL);

CREATE INDEX runs_by_persona ON public.runs USING btree (tenant_id, persona_id, id);

CREATE INDEX runs_unfinished ON public.runs USING btree (tenant_id, id) WHERE (status = ANY (ARRAY['queued'::text, 'running'::text]));

CREATE TRIGGER cx_personas_take_counts AFTER DELETE ON public.cx_personas REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION delete_counts_of_personas();

CREATE TRIGGER cx_personas_take_matches AFTER DELETE ON public.cx_personas REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION delete_matches_of_personas();

CREATE TRIGGER form_responses_are_pending AFTER INSERT ON public.form_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_pending_responses();

CREATE TRIGGER form_responses_record_erasure AFTER DELETE ON public.form_responses REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION record_erased_responses();

CREATE TRIGGER form_responses_take_matches AFTER DELETE ON public.form_responses REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION delete_matches_of_responses();

CREATE TRIGGER form_responses_take_pending AFTER DELETE ON public.form_responses REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION forget_pending_responses();

CREATE TRIGGER persona_day_counts_summed_on_delete AFTER DELETE ON public.persona_day_counts REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION sum_day_counts();

CREATE TRIGGER persona_day_counts_summed_on_insert AFTER INSERT ON public.persona_day_counts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sum_day_counts();

CREATE TRIGGER persona_day_counts_summed_on_update AFTER UPDATE ON public.persona_day_counts REFERENCING OLD TABLE AS deleted NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sum_day_counts();

CREATE VIEW pending_day_counts AS
 WITH touched AS (
         SELECT DISTINCT r.tenant_id,
            r.respondent_id
           FROM (pending_responses q
             JOIN form_responses r ON (((r.tenant_id = q.tenant_id) AND (r.id = q.response_id))))
          WHERE (r.respondent_id IS NOT NULL)
        ), placed AS (
         SELECT r.tenant_id,
            r.id,
            r.respondent_id,
            r.submitted_at,
            ((r.submitted_at AT TIME ZONE COALESCE(s.time_zone, t.time_zone)))::date AS day,
            (q.response_id IS NOT NULL) AS is_pending
           FROM ((((touched
             JOIN form_responses r ON (((r.tenant_id = touched.tenant_id) AND (r.respondent_id = touched.respondent_id))))
             JOIN tenants t ON ((t.id = r.tenant_id)))
             LEFT JOIN day_count_states s ON ((s.tenant_id = r.tenant_id)))
             LEFT JOIN pending_responses q ON (((q.tenant_id = r.tenant_id) AND (q.response_id = r.id))))
        ), followed AS (
         SELECT placed.tenant_id,
            placed.id,
            placed.day,
            placed.is_pending,
            COALESCE(lead(placed.day) OVER (PARTITION BY placed.tenant_id, placed.respondent_id ORDER BY placed.submitted_at, placed.id), 'infinity'::date) AS superseded_on,
            COALESCE(lead(placed.day) OVER (PARTITION BY placed.tenant_id, placed.respondent_id, placed.is_pending ORDER BY placed.submitted_at, placed.id), 'infinity'::date) AS counted_as
           FROM placed
        ), changes AS (
         SELECT f.tenant_id,
            f.id,
            f.day,
            c_1.superseded_on,
            c_1.responses
           FROM (followed f
             CROSS JOIN LATERAL ( VALUES (1,f.superseded_on), ('-1'::integer,f.counted_as)) c_1(responses, superseded_on))
          WHERE
                CASE
                    WHEN f.is_pending THEN (c_1.responses = 1)
                    ELSE (f.superseded_on <> f.counted_as)
                END
        UNION ALL
         SELECT r.tenant_id,
            r.id,
            ((r.submitted_at AT TIME ZONE COALESCE(s.time_zone, t.time_zone)))::date AS timezone,
            'infinity'::date,
            1
           FROM (((pending_responses q
             JOIN form_responses r ON (((r.tenant_id = q.tenant_id) AND (r.id = q.response_id))))
             JOIN tenants t ON ((t.id = r.tenant_id)))
             LEFT JOIN day_count_states s ON ((s.tenant_id = r.tenant_id)))
          WHERE (r.respondent_id IS NULL)
        )
 SELECT c.tenant_id,
    o.persona_id,
    c.day,
    c.superseded_on,
    o.rule_outcomes,
    c.responses
   FROM (changes c
     JOIN response_outcomes o ON (((o.tenant_id = c.tenant_id) AND (o.response_id = c.id))));

CREATE VIEW persona_matches AS
 SELECT o.tenant_id,
    o.persona_id,
    o.response_id,
    s.match_score,
    s.band,
    s.evidence,
    s.every_rule,
    o.rule_outcomes,
    matched_attributes(o.tenant_id, o.persona_id, o.response_id, o.rule_outcomes) AS matched_attributes
   FROM (response_outcomes o
     JOIN outcome_scores s ON (((s.tenant_id = o.tenant_id) AND (s.persona_id = o.persona_id) AND (s.rule_outcomes = o.rule_outcomes))));
