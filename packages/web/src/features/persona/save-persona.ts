import { type Schemas, unwrap } from '@likeness/sdk';
import { likeness } from '../../api/likeness.ts';
import type { CanvasDocument, Part } from './canvas-document.ts';
import { printCard } from './card/read-card.ts';
import { toMappingRules } from './rules/to-mapping-rules.ts';

type Change = Schemas['PersonaChange'];

/**
 * Stores parts of a document, if nobody stored anything since `revision`; answers the persona as it is then, and the
 * calculation that new rules started. Rules that want something still are left out: nobody publishes with such.
 */
export async function savePersona(id: number, revision: number, document: CanvasDocument, parts: readonly Part[], note = '') {
  const change: Change = {
    ...(parts.includes('name') && { name: document.name.trim() }),
    ...(parts.includes('description') && { description: document.description.trim() }),
    ...(parts.includes('card') && { card: printCard(document.card) as NonNullable<Change['card']> }),
    ...(parts.includes('rules') && { mapping_rules: toMappingRules(document.rules).mappingRules as unknown as NonNullable<Change['mapping_rules']>, note }),
  };
  return unwrap(await likeness.PATCH('/api/cx-personas/{id}', { params: { path: { id }, header: { 'if-match': `"${revision}"` } }, body: change }));
}
