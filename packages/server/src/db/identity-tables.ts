import type { ColumnType, Generated } from 'kysely';

type WithDefault = ColumnType<Date, Date | undefined, Date>;

/** Columns of `users` of the `identity` schema: people, whatever their tenants. `email` is in lower case. */
export interface UsersTable {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  created_at: WithDefault;
  updated_at: WithDefault;
}

/** Failed attempts to sign in; see the migration. */
export interface AttemptsTable {
  counted_for: string;
  count: number;
  window_ends_at: Date;
}

/**
 * The tables of the `identity` schema that our own queries name. Sessions, passwords and links are the sign-in
 * library's alone. A tenant's transaction sees only the users who are its members.
 */
export interface IdentityTables {
  'identity.users': UsersTable;
  'identity.attempts': AttemptsTable;
}
