import { memo, useMemo } from 'react';
import type { Persona } from '../../../api/use-personas.ts';
import { useTenant } from '../../../api/use-tenant.ts';
import { ExportMenu } from '../../../ui/export/ExportMenu.tsx';
import { exportPersonas } from '../../../ui/export/export-personas.ts';
import { messages } from '../../../ui/export/messages.ts';
import { pageChoices } from '../../../ui/export/page-choices.ts';
import { type Card, listClaims } from './card.ts';
import { useEvidence } from './use-evidence.ts';

type CardExportProps = { persona: Persona; name: string; card: Card; scoredEdition: number | null };

/** The card as a picture or pages, and the persona as a file that can be imported. */
export const CardExport = memo(function CardExport({ persona, name, card, scoredEdition }: CardExportProps) {
  const { id } = persona;
  const { data: evidence } = useEvidence(id, scoredEdition, useMemo(() => listClaims(card), [card]));
  const timeZone = useTenant().data?.time_zone;
  const about = () => ({
    name, subtitle: null, asOf: null, timeZone, edition: scoredEdition, n: evidence === undefined ? null : evidence.people + evidence.others,
  });
  return <ExportMenu groups={[pageChoices(about), [{ name: messages.persona, toWork: () => exportPersonas(name, [id]) }]]} />;
});
