import { attributesOf, parseRuleSet } from '@likeness/core';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { memo, type ReactNode, useMemo, useState } from 'react';
import type { Persona } from '../../api/use-personas.ts';
import { SidePanel } from '../../ui/overlay/SidePanel.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import { CanvasActions } from './CanvasActions.tsx';
import { CanvasConflict } from './CanvasConflict.tsx';
import { type Card, listClaims } from './card/card.ts';
import { CardExport } from './card/CardExport.tsx';
import { CardHead } from './card/CardHead.tsx';
import { SectionGrid } from './card/SectionGrid.tsx';
import { toClaimSummary, toClaimView } from './card/to-claim-view.ts';
import { useEvidence } from './card/use-evidence.ts';
import classes from './canvas.module.css';
import { EditContext, type EditDocument, type Editing } from './edit-context.ts';
import { messages } from './messages.ts';
import { RulePanel } from './rules/RulePanel.tsx';
import { useEditor } from './use-editor.ts';
import { CalculationLine } from './versions/CalculationLine.tsx';
import { usePublish } from './versions/use-publish.ts';

/** A persona's card for people, and its rules for the machine, both edited where they stand. */
export function CanvasTab({ persona }: { persona: Persona }) {
  // Another persona is another document, with its own history.
  return <Canvas key={persona.id} persona={persona} />;
}

function Canvas({ persona }: { persona: Persona }) {
  const editor = useEditor(persona);
  const [isPublishing, setIsPublishing] = useState(false);
  const publishing = usePublish(persona.id, editor.state, () => setIsPublishing(false));
  const editing = useEditingOf(persona, editor.isReadOnly, editor.edit);
  const { present, base } = editor.state;
  const isNarrow = useMediaQuery('(max-width: 1023px)') ?? false;
  const panel = <RulePanel rules={present.rules} stored={base} />;
  return (
    <EditContext value={editing}>
      <CanvasActions editor={editor} personaId={persona.id} publishing={publishing} isPublishing={isPublishing} onPublishing={setIsPublishing}>
        <CardExport persona={persona} name={present.name} card={present.card} scoredEdition={evidenceEdition(persona)} />
      </CanvasActions>
      {editor.isReadOnly && <p className={classes.notice}>{messages.readOnly}</p>}
      {persona.scored_edition !== null && persona.scored_edition < persona.edition && <CalculationLine edition={persona.edition} runId={publishing.runId} />}
      <CanvasConflict editor={editor} />
      <div className={classes.canvas}>
        <CardSide persona={persona} name={present.name} description={present.description} card={present.card} edit={editor.edit} />
        {isNarrow ? <RuleSheet count={present.rules.rules.length}>{panel}</RuleSheet> : <aside aria-label={messages.rules.title}>{panel}</aside>}
      </div>
    </EditContext>
  );
}

type CardSideProps = { persona: Persona; name: string; description: string; card: Card; edit: EditDocument };

/** Everything but the rules. It is not drawn again while those are edited. */
const CardSide = memo(function CardSide({ persona, name, description, card, edit }: CardSideProps) {
  const claims = useMemo(() => listClaims(card), [card]);
  const evidence = useEvidence(persona.id, evidenceEdition(persona), claims);
  const summary = useMemo(() => toClaimSummary(claims.map((claim) => toClaimView(claim, evidence.data))), [claims, evidence.data]);
  return (
    <div className={classes.card} data-export-page>
      <CardHead
        name={name} description={description} card={card} colorIndex={persona.color_index} summary={summary}
        onName={(typed) => edit((document) => ({ ...document, name: typed }), 'name')}
        onDescription={(typed) => edit((document) => ({ ...document, description: typed }), 'description')}
      />
      {card.sections.length === 0 && (
        <StateMessage icon="canvas" title={messages.card.emptyTitle}>
          {messages.card.emptyText}
        </StateMessage>
      )}
      <SectionGrid card={card} evidence={evidence.data} />
      <p className={classes.foot}>{evidenceNote(persona, evidence)}</p>
    </div>
  );
});

function evidenceNote(persona: Persona, { data, isError }: ReturnType<typeof useEvidence>): string {
  if (isError) return messages.card.evidenceFailed;
  if (data !== undefined) return messages.card.evidenceFrom(data.edition, data.people, data.others);
  return persona.rule_count === 0 ? messages.card.evidenceNoRules : '';
}

function RuleSheet({ count, children }: { count: number; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button className={classes.sheetButton} leftSection={<Icon name="sliders" />} onClick={() => setIsOpen(true)}>
        {messages.rules.open(count)}
      </Button>
      <SidePanel isOpen={isOpen} onClose={() => setIsOpen(false)} title={messages.rules.title}>
        {children}
      </SidePanel>
    </>
  );
}

/** The edition whose people are asked: the scored one, before the first calculation the newest; null without rules. */
function evidenceEdition({ scored_edition: scored, edition }: Persona): number | null {
  return scored ?? (edition > 0 ? edition : null);
}

/** The means to edit, which stay the same while somebody types: what is not edited is not drawn again. */
function useEditingOf(persona: Persona, isReadOnly: boolean, edit: EditDocument): Editing {
  const personaId = persona.id;
  const scoredEdition = evidenceEdition(persona);
  const ruleAttributes = useMemo(() => {
    const parsed = parseRuleSet(persona.rules ?? { rules: [] });
    return new Set(parsed.ok ? attributesOf(parsed.ruleSet) : []);
  }, [persona.rules]);
  return useMemo(
    () => ({
      personaId,
      scoredEdition,
      ruleAttributes,
      isReadOnly,
      editCard: (change, key) => edit((document) => ({ ...document, card: change(document.card) }), key),
      editRules: (change, key) => edit((document) => ({ ...document, rules: change(document.rules) }), key),
    }),
    [personaId, scoredEdition, ruleAttributes, isReadOnly, edit],
  );
}
