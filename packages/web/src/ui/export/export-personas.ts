import { unwrap } from '@likeness/sdk';
import { likeness } from '../../api/likeness.ts';
import { saveFile, toFileName } from './save-file.ts';
import type { ExportWork } from './use-export.ts';

/** Personas as a JSON file that “New persona” takes, here or in another organisation. `ids` null: all. */
export function exportPersonas(name: string, ids: readonly number[] | null): ExportWork {
  return async (signal) => {
    const query = ids === null ? {} : { persona_ids: ids.join(',') };
    const { personas } = unwrap(await likeness.GET('/api/exports/personas', { params: { query }, signal }));
    const fileName = toFileName([name], 'json');
    saveFile(fileName, new Blob([JSON.stringify({ personas }, null, 2)], { type: 'application/json' }));
    return fileName;
  };
}
