-- What: the people who sign in, their sessions and passwords, and counts of their failed attempts.
-- Why: a person may belong to several tenants, so this belongs to none. It has a schema of its own, and walls of its
--      own: work in a tenant sees the names of that tenant's members and nothing else of it.
-- Locks: none that matter; the tables are new.
-- Safe with the previous release: yes, it knows none of these tables.

CREATE SCHEMA identity;

CREATE TABLE identity.users (
  id text NOT NULL,
  name text NOT NULL,
  -- lower case
  email text NOT NULL,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_email UNIQUE (email)
);

CREATE TABLE identity.sessions (
  id text NOT NULL,
  user_id text NOT NULL,
  -- SHA-256 of the token in the cookie, base64url: who reads this table cannot sign in with it
  token text NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_token UNIQUE (token),
  CONSTRAINT sessions_user_fkey FOREIGN KEY (user_id) REFERENCES identity.users (id) ON DELETE CASCADE
);
CREATE INDEX sessions_by_user ON identity.sessions (user_id);
CREATE INDEX sessions_by_end ON identity.sessions (expires_at);

-- One way to prove who one is; here always a password (scrypt). The columns for other providers stay empty.
CREATE TABLE identity.accounts (
  id text NOT NULL,
  user_id text NOT NULL,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT accounts_pkey PRIMARY KEY (id),
  CONSTRAINT accounts_of_provider UNIQUE (provider_id, account_id),
  CONSTRAINT accounts_user_fkey FOREIGN KEY (user_id) REFERENCES identity.users (id) ON DELETE CASCADE
);
CREATE INDEX accounts_by_user ON identity.accounts (user_id);

-- One-time sign-in links: `identifier` holds the SHA-256 of the link's token, `value` whom it signs in.
CREATE TABLE identity.verifications (
  id text NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  CONSTRAINT verifications_pkey PRIMARY KEY (id)
);
CREATE INDEX verifications_by_identifier ON identity.verifications (identifier);

-- Failed attempts by what they are counted for (a network, an e-mail address as a hash), in windows that begin with
-- the first; rows of windows that are over are removed by later attempts.
CREATE TABLE identity.attempts (
  counted_for text NOT NULL,
  count integer NOT NULL,
  window_ends_at timestamptz NOT NULL,
  CONSTRAINT attempts_pkey PRIMARY KEY (counted_for)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['users', 'sessions', 'accounts', 'verifications', 'attempts']
  LOOP
    EXECUTE format('ALTER TABLE identity.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE identity.%I FORCE ROW LEVEL SECURITY', t);
    -- only the sessions of the sign-in's own pool say this about themselves
    EXECUTE format('CREATE POLICY sign_in ON identity.%I USING (scope_setting(''identity'') = ''on'') WITH CHECK (scope_setting(''identity'') = ''on'')', t);
  END LOOP;
END $$;

CREATE POLICY members ON identity.users FOR SELECT
  USING (id IN (SELECT m.user_id FROM memberships m WHERE m.tenant_id = current_tenant_id()));
