/**
 * What the server keeps, as far as pages ask for it. The first part of every query key is one of these, so that a live
 * event knows what has become old. `figures` is everything computed from responses: analytics, evolution, portfolio,
 * previews, evidence, distributions.
 */
export const RESOURCES = ['session', 'tenant', 'personas', 'figures', 'responses', 'imports', 'runs', 'forms', 'attributes', 'members'] as const;

export type Resource = (typeof RESOURCES)[number];

/**
 * The key of a query: what it reads, then everything it depends on.
 *
 * @example useQuery({ queryKey: keyOf('figures', 'analytics', personaId, days), queryFn: … })
 */
export function keyOf(resource: Resource, ...parts: readonly (string | number | boolean | null | undefined)[]): readonly unknown[] {
  return [resource, ...parts];
}

/** What each kind of live event makes old. A kind that is not listed makes nothing old. */
export const MADE_OLD_BY: Readonly<Record<string, readonly Resource[]>> = {
  'run.changed': ['runs'],
  'persona.changed': ['personas', 'figures'],
  'persona.scored': ['personas', 'figures'],
  'response.stored': ['responses', 'figures', 'forms'],
  'responses.stored': ['responses', 'figures', 'forms'],
  'responses.erased': ['responses', 'figures', 'forms'],
  'import.changed': ['imports'],
  'settings.changed': ['tenant', 'forms', 'attributes', 'members', 'figures', 'session'],
};
