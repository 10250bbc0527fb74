import { unwrap } from '@likeness/sdk';
import { world } from './world.ts';

export type CardPersona = { id: number; revision: number };

/** A draft of a persona whose card says one thing, "First", and which has one rule: age between 25 and 40. */
export async function makeCardPersona(name: string): Promise<CardPersona> {
  const mapping_rules = { rules: [{ attribute: 'age', is: { between: [25, 40] } }] };
  const card = { sections: [{ id: 's', kind: 'goals', title: 'Wishes', column: 1, claims: [{ id: 'c', text: 'First', claim: null }] }] };
  return unwrap(await world().client.POST('/api/cx-personas', { body: { name, status: 'draft', card, mapping_rules } as never }));
}
