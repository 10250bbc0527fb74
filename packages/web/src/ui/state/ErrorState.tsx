import { Button } from '@mantine/core';
import { Icon } from '../Icon.tsx';
import { messages } from '../messages.ts';
import type { Trouble } from '../trouble/to-trouble.ts';
import { StateMessage } from './StateMessage.tsx';
import classes from './error-state.module.css';

type ErrorStateProps = {
  trouble: Trouble;
  onTryAgain: () => void;
  isTrying?: boolean;
};

/** What stands in the place of something that did not load: what happened, what is safe, and Try again where that may help. */
export function ErrorState({ trouble, onTryAgain, isTrying = false }: ErrorStateProps) {
  const tryAgain = trouble.isRetryable ? <TryAgain onClick={onTryAgain} isTrying={isTrying} /> : undefined;
  return (
    <StateMessage icon={trouble.kind === 'notAllowed' ? 'lock' : 'unplugged'} title={trouble.title} actions={tryAgain} isError={trouble.kind !== 'notFound'}>
      {trouble.text}
      <Problems problems={trouble.problems} />
      {trouble.requestId !== null && <p className={classes.request}>{messages.trouble.request(trouble.requestId)}</p>}
    </StateMessage>
  );
}

/** A line above figures that are still shown: the newest ones did not load. `shownFrom`: when these did; `note`: what they are not. */
export function OldFigures({ trouble, shownFrom, note, onTryAgain, isTrying = false }: ErrorStateProps & { shownFrom: string; note?: string | undefined }) {
  return (
    <div className={classes.line} role="alert">
      <span>
        {trouble.kind === 'offline' || trouble.isRetryable ? messages.trouble.old(shownFrom) : `${trouble.title}. ${trouble.text} ${messages.trouble.shownFrom(shownFrom)}`}
        {note !== undefined && <> {note}</>}
      </span>
      <TryAgain onClick={onTryAgain} isTrying={isTrying} />
    </div>
  );
}

function TryAgain({ onClick, isTrying }: { onClick: () => void; isTrying: boolean }) {
  return (
    <Button variant="default" loading={isTrying} leftSection={<Icon name="sync" />} onClick={onClick}>
      {messages.tryAgain}
    </Button>
  );
}

function Problems({ problems }: Pick<Trouble, 'problems'>) {
  if (problems.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {problems.map(({ path, message }) => (
        <li key={`${path}:${message}`}>
          <code>{path}</code> {message}
        </li>
      ))}
    </ul>
  );
}
