import type { Database } from '../../db/database.ts';
import type { CopySession, TenantTransaction } from '../../db/scoped-transaction.ts';
import type { PersonaRules } from './persona-rules.queries.ts';

/**
 * `processed` responses were scored; `matched` of them reach the moderate band of at least one of the personas.
 * `written` rows differed from what was stored.
 */
export type CalculationResult = { processed: number; matched: number; written: number; personaIds: number[] };

/** A persona that is being calculated, under its newest edition. `isScored`: it has stored scores, of whatever edition. */
export type CalculatedPersona = PersonaRules & { isScored: boolean };

/** The one transaction that a calculation is, from reading the rules to showing the result. */
export type CalculationTransaction = { db: Database; tenantId: number; trx: TenantTransaction; session: CopySession };

/** Settings or dictionary changed while a calculation worked: what it found is of no use. Thrown to roll it back. */
export class SettingsChanged extends Error {
  override readonly name = 'SettingsChanged';
}
