-- What: a match becomes a narrow row: which rules of the persona's scored edition a response meets (response_outcomes).
--       What each combination of outcomes is worth stands once a persona (outcome_scores). persona_matches becomes a view
--       that joins the two, with every column it had and matched_attributes, which it works out only when asked.
-- Why: score, band and evidence are functions of the outcomes, and a persona has some hundred combinations, not a million.
--      A calculation writes a third of the bytes, and a change of weights or thresholds writes no row of a response.
-- Locks: an exclusive lock on persona_matches while its rows are carried over; short ones on form_responses and
--        cx_personas.
-- Safe with the previous release: no. It reads on, but cannot write matches: stop it first.

CREATE TABLE response_outcomes (
  tenant_id bigint NOT NULL,
  persona_id bigint NOT NULL,
  response_id bigint NOT NULL,
  -- one character a rule of the persona's scored_edition, in its order: + matched, - not, ? not answered
  rule_outcomes text COLLATE "C" NOT NULL
);

CREATE TABLE outcome_scores (
  tenant_id bigint NOT NULL,
  persona_id bigint NOT NULL,
  rule_outcomes text COLLATE "C" NOT NULL,
  -- under the scored edition's weights and the thresholds of its calculation
  match_score numeric(5, 2) NOT NULL,
  -- 0 weak, 1 moderate, 2 strong; decided on the exact fraction, never on match_score
  band smallint NOT NULL,
  evidence double precision NOT NULL,
  every_rule boolean NOT NULL,
  CONSTRAINT outcome_scores_pkey PRIMARY KEY (tenant_id, persona_id, rule_outcomes)
);

-- An owner that is no superuser is bound by its own walls; this one falls with its table.
ALTER TABLE persona_matches NO FORCE ROW LEVEL SECURITY;
INSERT INTO response_outcomes (tenant_id, persona_id, response_id, rule_outcomes)
SELECT tenant_id, persona_id, response_id, rule_outcomes FROM persona_matches ORDER BY tenant_id, response_id, persona_id;
INSERT INTO outcome_scores (tenant_id, persona_id, rule_outcomes, match_score, band, evidence, every_rule)
SELECT DISTINCT ON (tenant_id, persona_id, rule_outcomes COLLATE "C")
  tenant_id, persona_id, rule_outcomes, match_score, band, evidence, every_rule
FROM persona_matches
ORDER BY tenant_id, persona_id, rule_outcomes COLLATE "C", response_id;
DROP TABLE persona_matches;

ALTER TABLE response_outcomes ADD CONSTRAINT response_outcomes_pkey PRIMARY KEY (tenant_id, response_id, persona_id);
CREATE INDEX response_outcomes_by_persona ON response_outcomes (tenant_id, persona_id, rule_outcomes, response_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['response_outcomes', 'outcome_scores']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id())', t);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION delete_matches_of_responses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM response_outcomes o USING deleted d WHERE o.tenant_id = d.tenant_id AND o.response_id = d.id;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION delete_matches_of_personas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM response_outcomes o USING deleted d WHERE o.tenant_id = d.tenant_id AND o.persona_id = d.id;
  DELETE FROM outcome_scores s USING deleted d WHERE s.tenant_id = d.tenant_id AND s.persona_id = d.id;
  RETURN NULL;
END $$;

-- How names and words are compared, as far as the database can: compatible characters, one case, single spaces.
CREATE FUNCTION fold_text(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(lower(normalize(value, NFKC)), '\s+', ' ', 'g'));

-- Nothing was answered: null, blank, one of the (folded) tokens that mean it, or a list of nothing else.
CREATE FUNCTION is_missing_answer(value jsonb, tokens text[]) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE jsonb_typeof(value)
    WHEN 'null' THEN true
    WHEN 'object' THEN false
    WHEN 'array' THEN NOT EXISTS (
      SELECT FROM jsonb_array_elements(value) AS listed (item)
      WHERE jsonb_typeof(item) <> 'null' AND fold_text(item #>> '{}') <> ALL (tokens || ''::text))
    ELSE fold_text(value #>> '{}') = ANY (tokens || ''::text)
  END;

-- The answer to an attribute as it was given, null when there is none: found by the names, labels and aliases of the
-- form's fields and of the tenant's dictionary.
CREATE FUNCTION given_answer(of_tenant bigint, of_form bigint, answers jsonb, asked text) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
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
  $$;

-- What a rule without a label of its own is called: its attribute, or its attributes in words.
CREATE FUNCTION rule_words(condition jsonb, is_inner boolean) RETURNS text
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
  DECLARE
    parts jsonb := coalesce(condition -> 'all', condition -> 'any');
    words text;
  BEGIN
    IF condition ? 'attribute' THEN RETURN condition ->> 'attribute'; END IF;
    IF condition ? 'not' THEN RETURN 'not ' || rule_words(condition -> 'not', true); END IF;
    SELECT string_agg(rule_words(part, true), CASE WHEN condition ? 'all' THEN ' and ' ELSE ' or ' END ORDER BY position)
    INTO words FROM jsonb_array_elements(parts) WITH ORDINALITY AS listed (part, position);
    RETURN CASE WHEN is_inner AND jsonb_array_length(parts) > 1 THEN '(' || words || ')' ELSE words END;
  END $$;

CREATE FUNCTION rule_label(rule jsonb) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(rule ->> 'label', rule ->> 'attribute', CASE WHEN length(words) > 80 THEN left(words, 79) || '…' ELSE words END)
    FROM rule_words(rule, false) AS words
  $$;

-- What a rule asks for: bounds, a list, or the test or group itself.
CREATE FUNCTION rule_expected(rule jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN NOT rule ? 'attribute' THEN rule - ARRAY['weight', 'required', 'label']
    WHEN rule -> 'is' ? 'between' THEN jsonb_strip_nulls(jsonb_build_object('min', rule #> '{is,between,0}', 'max', rule #> '{is,between,1}'))
    WHEN rule -> 'is' ? 'atLeast' THEN jsonb_build_object('min', rule #> '{is,atLeast}')
    WHEN rule -> 'is' ? 'atMost' THEN jsonb_build_object('max', rule #> '{is,atMost}')
    ELSE coalesce(rule #> '{is,in}', rule #> '{is,anyOf}', rule -> 'is')
  END;

-- One entry a rule of the scored edition, by its label: {"age": {"expected": {"min": 25}, "actual": 31, "match": true}}.
CREATE FUNCTION matched_attributes(of_tenant bigint, of_persona bigint, of_response bigint, outcomes text) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
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
  $$;

-- One row a persona and response, always of the persona's scored_edition.
CREATE VIEW persona_matches WITH (security_invoker = true) AS
SELECT o.tenant_id, o.persona_id, o.response_id, s.match_score, s.band, s.evidence, s.every_rule, o.rule_outcomes,
  matched_attributes(o.tenant_id, o.persona_id, o.response_id, o.rule_outcomes) AS matched_attributes
FROM response_outcomes o
JOIN outcome_scores s ON s.tenant_id = o.tenant_id AND s.persona_id = o.persona_id AND s.rule_outcomes = o.rule_outcomes;
