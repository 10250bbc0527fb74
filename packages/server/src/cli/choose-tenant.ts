import type { Database } from '../db/database.ts';
import { listTenantZones } from '../jobs/tenants-to-sync.queries.ts';
import { CommandError } from './command.ts';

/**
 * Which tenant does a command work in? The one named by `--tenant`, else the only one.
 *
 * @param wanted what stood after `--tenant`; undefined when it was left out
 * @throws {CommandError} with the ids to choose from when it is none of them, or when there are several
 */
export async function chooseTenant(db: Database, wanted: string | undefined): Promise<number> {
  const ids = (await listTenantZones(db)).map(({ id }) => id);
  const [first, ...others] = ids;
  if (first === undefined) throw new CommandError('There is no tenant yet. Start the server once: likeness serve');
  if (wanted === undefined && others.length === 0) return first;
  const chosen = ids.find((id) => String(id) === wanted);
  if (chosen !== undefined) return chosen;
  const choice = `The tenants are ${ids.join(', ')}.`;
  throw new CommandError(wanted === undefined ? `Which tenant? Name one with --tenant ID. ${choice}` : `There is no tenant "${wanted}". ${choice}`, 2);
}
