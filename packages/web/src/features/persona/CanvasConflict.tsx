import { useState } from 'react';
import { ConflictDialog } from '../../ui/overlay/ConflictDialog.tsx';
import { toRuleText } from '../../ui/rule-text/to-rule-text.ts';
import type { CanvasDocument, Part } from './canvas-document.ts';
import classes from './canvas.module.css';
import { type CardSection, hasClaims } from './card/card.ts';
import { messages } from './messages.ts';
import { toStableText } from './stable-text.ts';
import type { Editor } from './use-editor.ts';

/** When two people changed the same: says so at once, keeps both, and lets a person see the difference and choose. */
export function CanvasConflict({ editor: { state, resolve } }: { editor: Editor }) {
  const [isOpen, setIsOpen] = useState(false);
  if (state.conflict === null) return null;
  const { theirs, parts } = state.conflict;
  const decide = (keep: 'mine' | 'theirs'): void => {
    setIsOpen(false);
    resolve(keep);
  };
  return (
    <>
      <div role="alert" className={classes.trouble}>
        {messages.conflict.text}{' '}
        <button type="button" className={classes.link} onClick={() => setIsOpen(true)}>
          {messages.conflict.see}
        </button>
      </div>
      <ConflictDialog
        isOpen={isOpen} differences={parts.flatMap((part) => toDifferences(part, state.present, theirs))}
        onKeepMine={() => decide('mine')} onTakeTheirs={() => decide('theirs')} onClose={() => setIsOpen(false)}
      />
    </>
  );
}

type Difference = { name: string; mine: string; theirs: string };

/** What differs in one part, in words; of a card only the sections that differ. */
function toDifferences(part: Part, mine: CanvasDocument, theirs: CanvasDocument): Difference[] {
  const name = messages.conflict.parts[part];
  if (part === 'rules') return [{ name, mine: toRulesText(mine), theirs: toRulesText(theirs) }];
  if (part !== 'card') return [{ name, mine: mine[part], theirs: theirs[part] }];
  const ids = [...new Set([...mine.card.sections, ...theirs.card.sections].map(({ id }) => id))];
  const sections = ids.flatMap((id) => {
    const [own, other] = [mine, theirs].map(({ card }) => card.sections.find((section) => section.id === id));
    if (toStableText(own) === toStableText(other)) return [];
    const section = own ?? other;
    return section === undefined ? [] : [{ name: nameOf(section), mine: toSectionText(own), theirs: toSectionText(other) }];
  });
  return sections.length > 0 ? sections : [{ name, mine: messages.conflict.otherOrder, theirs: messages.conflict.otherOrder }];
}

function toRulesText({ rules }: CanvasDocument): string {
  return rules.rules.map(({ condition }) => toRuleText(condition)).join('; ');
}

function nameOf({ title, kind }: CardSection): string {
  return title === '' ? messages.card.kinds[kind] : title;
}

function toSectionText(section: CardSection | undefined): string {
  if (section === undefined) return messages.conflict.notThere;
  if (hasClaims(section)) return section.claims.map(({ text }) => text).join('; ');
  if (section.kind === 'quotes') return section.quotes.map(({ text }) => `“${text}”`).join('; ');
  if (section.kind === 'charts') return section.attribute;
  return section.kind === 'text' ? section.text : section.alt;
}
