import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef, useState } from 'react';
import { Card } from '../../../ui/card/Card.tsx';
import { Figure } from '../../../ui/figure/Figure.tsx';
import type { ShareFigure } from '../../../ui/figure/to-share-figure.ts';
import { formats } from '../../../ui/formats.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Loaded, type LoadedQuery } from '../../../ui/state/Loaded.tsx';
import { SkeletonBar } from '../../../ui/state/Skeleton.tsx';
import { messages } from '../messages.ts';
import { MovedPeople } from './MovedPeople.tsx';
import classes from './preview.module.css';
import type { RuleDraft } from './rule-draft.ts';
import { toMappingRules } from './to-mapping-rules.ts';
import { type Change, type PreviewLine, type PreviewStack, type PreviewView, toPreviewView } from './to-preview-view.ts';
import type { Preview } from './use-preview.ts';

type PreviewCardProps = { query: LoadedQuery<Preview>; isOfAnotherDraft: boolean; hasRules: boolean; rules: RuleDraft; unfinished: number };

/** What the rules would say about everybody, against the published ones. Nothing is stored. Always of one height, so the rules below stay put. */
export function PreviewCard({ query, isOfAnotherDraft, hasRules, rules, unfinished }: PreviewCardProps) {
  const caption = query.data === undefined || !hasRules ? messages.preview.nothingStored : messages.preview.caption(query.data.coverage.total_customers);
  return (
    <div className={classes.place}>
      <Card title={messages.preview.title} caption={caption} isFlush actions={hasRules && query.data !== undefined && <Figure className={classes.took}>{formats.number(query.data.tookMs, 0)} ms</Figure>}>
        <div className={classes.body} aria-busy={query.isFetching}>
          {hasRules ? (
            <Loaded query={query} skeleton={<PreviewSkeleton />} oldNote={isOfAnotherDraft ? messages.preview.otherDraft : undefined}>
              {(preview) => <PreviewBody preview={preview} rules={rules} isOfAnotherDraft={isOfAnotherDraft} />}
            </Loaded>
          ) : (
            <p className={classes.none}>{messages.preview.noRules}</p>
          )}
          {unfinished > 0 && <p className={classes.unfinished}>{messages.preview.unfinished(unfinished)}</p>}
        </div>
      </Card>
    </div>
  );
}

function PreviewSkeleton() {
  return (
    <div className={classes.skeleton}>
      {[1, 2, 3, 4, 5].map((line) => (
        <SkeletonBar key={line} />
      ))}
    </div>
  );
}

function PreviewBody({ preview, rules, isOfAnotherDraft }: { preview: Preview; rules: RuleDraft; isOfAnotherDraft: boolean }) {
  const [shown, setShown] = useState<Change | null>(null);
  return (
    <>
      <PreviewFigures preview={preview} isOfAnotherDraft={isOfAnotherDraft} onShow={setShown} />
      {shown !== null && <MovedPeople change={shown} mappingRules={toMappingRules(rules).mappingRules} onClose={() => setShown(null)} />}
    </>
  );
}

/** Drawn again when there is a new answer, not with each key. */
const PreviewFigures = memo(function PreviewFigures({ preview, isOfAnotherDraft, onShow }: { preview: Preview; isOfAnotherDraft: boolean; onShow: (change: Change) => void }) {
  const view = toPreviewView(preview);
  return (
    <>
      <div className={classes.lines}>
        {view.lines.map((line) => (
          <Line key={line.name} line={line} />
        ))}
        {view.stacks.map((stack) => (
          <Stack key={stack.name} stack={isOfAnotherDraft && stack.name === messages.preview.thisDraft ? { ...stack, name: messages.preview.draftBefore } : stack} />
        ))}
      </div>
      {view.moves !== null && (
        <div className={classes.moves}>
          {view.moves.map(({ change, text, name, count }) => (
            <UnstyledButton key={change} disabled={count === 0 || isOfAnotherDraft} onClick={() => onShow(change)}>
              <b>
                <Figure>{text}</Figure>
              </b>
              <span>{name}</span>
              <span className={classes.spoken}>: {messages.preview.openMove}</span>
            </UnstyledButton>
          ))}
        </div>
      )}
      <Samples view={view} />
      <Spoken text={view.spoken} />
    </>
  );
});

/** What the figures mean, in words: the verdict, what holds most people back, and what counts twice. It scrolls away with the rules. */
export const PreviewWords = memo(function PreviewWords({ preview }: { preview: Preview | undefined }) {
  if (preview === undefined) return <div className={classes.says} />;
  const view = toPreviewView(preview);
  return (
    <div className={classes.says}>
      <p dir="auto">{view.verdict}</p>
      {view.strictest !== null && <p>{view.strictest}</p>}
      {view.oneRuleShort !== null && <p>{view.oneRuleShort}</p>}
      {view.warnings.map((warning) => (
        <p key={warning} dir="auto">
          {warning}
        </p>
      ))}
    </div>
  );
});

function Line({ line: { name, before, after } }: { line: PreviewLine }) {
  return (
    <div className={classes.line}>
      <span>{name}</span>
      <span className={classes.track} aria-hidden="true">
        {isShown(after) && <i className={classes.interval} style={{ insetInlineStart: `${after.low}%`, inlineSize: `${after.high - after.low}%` }} />}
        {before !== null && isShown(before) && <i className={classes.before} style={{ insetInlineStart: `${before.estimate}%` }} />}
        {isShown(after) && <i className={classes.after} style={{ insetInlineStart: `${after.estimate}%` }} />}
      </span>
      <Figure className={classes.figure}>
        {before !== null && isShown(before) && before.percent !== after.percent && <>{before.percent} → </>}
        <b title={`${after.range} · n = ${after.sample}`}>{isShown(after) ? after.percent : messages.preview.tooFew}</b>
      </Figure>
    </div>
  );
}

function isShown({ grade }: ShareFigure): boolean {
  return grade === 'normal' || grade === 'too few';
}

function Stack({ stack: { name, bands } }: { stack: PreviewStack }) {
  const sentence = messages.preview.stack(name, bands.map(({ band, count }) => `${formats.count(count)} ${messages.preview.bands[band]}`).join(messages.rules.comma));
  return (
    <div className={classes.stackLine}>
      <span>{name}</span>
      <span className={classes.spoken}>{sentence}</span>
      <span className={classes.stack} aria-hidden="true">
        {bands.map(({ band, count, text, percent }) => (
          <i key={band} className={classes[band]} style={{ flexGrow: percent }} title={`${formats.count(count)} ${messages.preview.bands[band]}`}>
            {percent > 9 ? text : ''}
          </i>
        ))}
      </span>
    </div>
  );
}

function Samples({ view }: { view: PreviewView }) {
  if (view.samples.length === 0) return null;
  return (
    <ul className={classes.samples}>
      {view.samples.map(({ responseId, isUp, before, after }) => (
        <li key={responseId}>
          <span className={isUp ? classes.up : classes.down}>
            <Icon name={isUp ? 'up' : 'down'} size={11} />
          </span>
          <Link to="/responses/$responseId" params={{ responseId: String(responseId) }}>
            {messages.preview.response(responseId)}
          </Link>
          <Figure>
            {before} → <b>{after}</b>
          </Figure>
        </li>
      ))}
    </ul>
  );
}

const SPOKEN_EVERY_MS = 2000;

/** Says the newest figures to screen readers, at most once in two seconds. */
function Spoken({ text }: { text: string }) {
  const [spoken, setSpoken] = useState('');
  const lastAtMs = useRef(0);
  useEffect(() => {
    const waitMs = Math.max(300, lastAtMs.current + SPOKEN_EVERY_MS - performance.now());
    const timer = setTimeout(() => {
      lastAtMs.current = performance.now();
      setSpoken(text);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className={classes.spoken} aria-live="polite">
      {spoken}
    </p>
  );
}
