import { parseArgs } from 'node:util';
import { systemCaller } from '../access/caller.ts';
import { withTenant } from '../db/tenant-scope.ts';
import { listTenantZones } from '../jobs/tenants-to-sync.queries.ts';
import { withCommandServices } from './command-services.ts';
import type { Command } from './command.ts';

export const syncCommand: Command = {
  usage: 'likeness sync',
  summary: 'Bring scores and snapshots of every tenant up to date now, as the nightly job does.',
  run(args, context) {
    parseArgs({ args, options: {}, allowPositionals: false });
    return withCommandServices(context, async ({ db, services, finish }) => {
      let failures = 0;
      for (const { id } of await listTenantZones(db)) {
        try {
          const run = await withTenant(db, id, (trx) => services.runs.requestRun(trx, systemCaller(id), { kind: 'sync' }));
          const { result } = await finish(id, run.id);
          context.out.write(`Tenant ${id}: ${Number(result?.personas ?? 0)} personas up to date, ${Number(result?.days_written ?? 0)} days written.\n`);
        } catch (error) {
          if (context.signal.aborted) throw error;
          failures += 1;
          context.err.write(`Tenant ${id}: ${error instanceof Error ? error.message : String(error)}\n`);
        }
      }
      return failures > 0 ? 1 : 0;
    });
  },
};
