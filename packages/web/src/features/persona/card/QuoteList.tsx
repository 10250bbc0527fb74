import { UnstyledButton } from '@mantine/core';
import { Icon } from '../../../ui/Icon.tsx';
import { useEditing } from '../edit-context.ts';
import { messages } from '../messages.ts';
import { newId } from '../new-id.ts';
import type { CardQuote, QuoteSection } from './card.ts';
import classes from './card.module.css';
import { changeSection } from './change-card.ts';
import { EditableText } from './EditableText.tsx';

/** What people said, in their words, with who said it. */
export function QuoteList({ section }: { section: QuoteSection }) {
  const { editCard, isReadOnly } = useEditing();
  const change = (next: (quotes: CardQuote[]) => CardQuote[], key?: string): void =>
    editCard((card) => changeSection<QuoteSection>(card, section.id, (each) => ({ ...each, quotes: next(each.quotes) })), key);
  const edit = (id: string, part: Partial<CardQuote>): void =>
    change((quotes) => quotes.map((quote) => (quote.id === id ? { ...quote, ...part } : quote)), `quote-${id}-${Object.keys(part).join('')}`);
  return (
    <div className={classes.block}>
      {section.quotes.map((quote) => (
        <figure key={quote.id} className={classes.quoteFigure}>
          <blockquote className={classes.quotes}>
            <EditableText
              className={classes.quote} label={messages.card.quote} placeholder={messages.card.quotePlaceholder} value={quote.text} maxLength={1000} isReadOnly={isReadOnly}
              onChange={(text) => edit(quote.id, { text })} onEmpty={() => change((quotes) => quotes.filter(({ id }) => id !== quote.id))}
            />
          </blockquote>
          <figcaption>
            <EditableText
              className={classes.source} label={messages.card.source} placeholder={messages.card.sourcePlaceholder} value={quote.source} maxLength={200} isReadOnly={isReadOnly}
              onChange={(source) => edit(quote.id, { source })} onEnter={() => undefined}
            />
          </figcaption>
        </figure>
      ))}
      {!isReadOnly && (
        <UnstyledButton className={classes.add} onClick={() => change((quotes) => [...quotes, { id: newId(), text: '', source: '' }])}>
          <Icon name="plus" size={14} /> {messages.card.addQuote}
        </UnstyledButton>
      )}
    </div>
  );
}
