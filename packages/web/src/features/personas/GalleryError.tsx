import { LikenessError } from '@likeness/sdk';
import { Button } from '@mantine/core';
import { messages } from '../../app/messages.en.ts';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { StateMessage } from '../../ui/StateMessage.tsx';
import classes from './gallery-error.module.css';

type GalleryErrorProps = {
  error: Error;
  /** When the figures that are still shown were loaded; null when there are none. */
  shownFrom: Date | null;
  isTrying: boolean;
  onTryAgain: () => void;
};

/** Says that figures did not load and that nothing is lost; a line above old figures, a message in the place of none. */
export function GalleryError({ error, shownFrom, isTrying, onTryAgain }: GalleryErrorProps) {
  const words = messages.states;
  const tryAgain = (
    <Button variant="default" loading={isTrying} leftSection={<Icon name="sync" />} onClick={onTryAgain}>
      {words.tryAgain}
    </Button>
  );
  if (shownFrom !== null) {
    return (
      <div className={classes.line} role="alert">
        <span>{words.errorOld(formats.instant(shownFrom))}</span>
        {tryAgain}
      </div>
    );
  }
  const requestId = error instanceof LikenessError ? error.requestId : null;
  return (
    <StateMessage icon="unplugged" title={words.errorTitle} actions={tryAgain} isError>
      {words.errorText}
      {requestId !== null && <p className={classes.request}>{words.requestId(requestId)}</p>}
    </StateMessage>
  );
}
