import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { Chip } from '../../../ui/Chip.tsx';
import { formats } from '../../../ui/formats.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useEditing } from '../edit-context.ts';
import { messages } from '../messages.ts';
import { newId } from '../new-id.ts';
import { toCondition } from '../rules/to-mapping-rules.ts';
import type { CardClaim, ClaimSection } from './card.ts';
import classes from './card.module.css';
import { changeSection } from './change-card.ts';
import { EditableText } from './EditableText.tsx';
import { LinkClaim } from './LinkClaim.tsx';
import { type ClaimView, toClaimView } from './to-claim-view.ts';
import type { CardEvidence } from './use-evidence.ts';

/** Claims below each other, each with what the data say about it. Enter adds one, Backspace in an empty one takes it out. */
export function ClaimList({ section, evidence }: { section: ClaimSection; evidence: CardEvidence | undefined }) {
  const { editCard, isReadOnly } = useEditing();
  const change = (next: (claims: CardClaim[]) => CardClaim[], key?: string): void =>
    editCard((card) => changeSection<ClaimSection>(card, section.id, (each) => ({ ...each, claims: next(each.claims) })), key);
  const add = (index: number): void => {
    const claim: CardClaim = { id: newId(), text: '', claim: null };
    change((claims) => claims.toSpliced(index, 0, claim));
    focusOn(claim.id);
  };
  const remove = (claim: CardClaim, index: number): void => {
    change((claims) => claims.filter(({ id }) => id !== claim.id));
    focusOn(section.claims[index - 1]?.id ?? '');
  };
  return (
    <div className={classes.block}>
      <ul className={classes.claims}>
        {section.claims.map((claim, index) => (
          <Claim
            key={claim.id} claim={claim} view={toClaimView(claim, evidence)} onAdd={() => add(index + 1)} onRemove={() => remove(claim, index)}
            onChange={(part, key) => change((claims) => claims.map((each) => (each.id === claim.id ? { ...each, ...part } : each)), key)}
          />
        ))}
      </ul>
      {!isReadOnly && (
        <UnstyledButton className={classes.add} onClick={() => add(section.claims.length)}>
          <Icon name="plus" size={14} /> {messages.card.addClaim}
        </UnstyledButton>
      )}
    </div>
  );
}

type ClaimProps = { claim: CardClaim; view: ClaimView; onAdd: () => void; onRemove: () => void; onChange: (part: Partial<CardClaim>, key?: string) => void };

function Claim({ claim, view, onAdd, onRemove, onChange }: ClaimProps) {
  const { isReadOnly, scoredEdition } = useEditing();
  const isExpected = view.state === 'waiting' && scoredEdition !== null;
  const [isLinking, setIsLinking] = useState(false);
  const name = claim.text === '' ? messages.card.emptyClaim : claim.text;
  return (
    <li data-claim={claim.id}>
      <div className={classes.claimTop}>
        <EditableText
          className={classes.claim} label={messages.card.claim} placeholder={messages.card.claimPlaceholder} value={claim.text} maxLength={500} isReadOnly={isReadOnly}
          onChange={(text) => onChange({ text }, `claim-${claim.id}`)} onEnter={onAdd} onEmpty={onRemove}
        />
        {isExpected ? <ExpectedChip claim={claim} /> : <StateChip view={view} />}
      </div>
      <div className={classes.evidence} title={view.title}>
        {isExpected && <ExpectedText claim={claim} />}
        {view.people !== null && <Dots view={view} />}
        {view.text !== '' && <span className={classes.said}>{view.text}</span>}
        {!isReadOnly && (
          <UnstyledButton className={classes.linkButton} onClick={() => setIsLinking(true)}>
            {claim.claim === null ? messages.card.link : <bdi>{claim.claim.attribute}</bdi>}
            <span className={classes.hidden}>: {messages.card.linkOf(name)}</span>
          </UnstyledButton>
        )}
      </div>
      {isLinking && (
        <LinkClaim
          claim={claim} onClose={() => setIsLinking(false)}
          onLink={(leaf) => {
            onChange({ claim: leaf === null ? null : { attribute: leaf.attribute, is: (toCondition(leaf) as { is: object }).is as NonNullable<CardClaim['claim']>['is'] } });
            setIsLinking(false);
          }}
        />
      )}
    </li>
  );
}

/** The room of the chip to come, so that the claim has its lines from the first. */
function ExpectedChip({ claim }: { claim: CardClaim }) {
  const words = messages.card.states;
  return (
    <span className={classes.expected} aria-hidden="true">
      {isExpectedRule(claim, useEditing().ruleAttributes) ? <Chip tone="outline">{words.rule}</Chip> : <Chip tone="match"><Icon name="up" size={11} />{words.more}</Chip>}
    </span>
  );
}

/** The room of what the data will say: rules are compared with nobody. */
function ExpectedText({ claim }: { claim: CardClaim }) {
  const words = messages.card.evidence;
  const share = formats.percentWhole(50);
  const compared = isExpectedRule(claim, useEditing().ruleAttributes) ? [] : [words.others(share)];
  return (
    <span className={`${classes.evidence} ${classes.expected}`} aria-hidden="true">
      <span className={classes.dots} />
      <span className={classes.said}>{[words.say(share), ...compared, `n = ${formats.count(999)}`].join(' · ')}</span>
    </span>
  );
}

function isExpectedRule({ claim }: CardClaim, ruleAttributes: ReadonlySet<string>): boolean {
  return claim !== null && ruleAttributes.has(claim.attribute);
}

function StateChip({ view: { state, isRule } }: { view: ClaimView }) {
  const words = messages.card.states;
  if (isRule) return <Chip tone="outline">{words.rule}</Chip>;
  if (state === 'waiting') return null;
  if (state === 'more') return <Chip tone="match"><Icon name="up" size={11} />{words.more}</Chip>;
  if (state === 'fewer') return <Chip tone="warn"><Icon name="down" size={11} />{words.fewer}</Chip>;
  return <Chip tone={state === 'same' ? 'plain' : 'dashed'}>{words[state]}</Chip>;
}

/** The share of the people, its interval, and the share of all others, on a line from 0 to 100 %. */
function Dots({ view: { people, others, isRule } }: { view: ClaimView }) {
  if (people === null || people.grade === 'hidden' || people.grade === 'nobody') return null;
  return (
    <span className={classes.dots} aria-hidden="true">
      <i className={classes.interval} style={{ insetInlineStart: `${people.low}%`, inlineSize: `${people.high - people.low}%` }} />
      {!isRule && others !== null && others.grade === 'normal' && <i className={classes.others} style={{ insetInlineStart: `${others.estimate}%` }} />}
      <i className={classes.people} style={{ insetInlineStart: `${people.estimate}%` }} />
    </span>
  );
}

/** Puts the cursor into a claim once it is drawn. */
function focusOn(id: string): void {
  setTimeout(() => document.querySelector<HTMLElement>(`[data-claim="${id}"] textarea`)?.focus(), 30);
}
