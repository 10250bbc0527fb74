import { useRouter } from '@tanstack/react-router';
import { ErrorState } from '../ui/state/ErrorState.tsx';
import { toTrouble } from '../ui/trouble/to-trouble.ts';
import classes from './shell.module.css';

/** What stands in the place of a page that could not be shown, or whose code did not arrive. */
export function PageCrash({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  const tryAgain = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <div className={classes.state}>
      <ErrorState trouble={toTrouble(error)} onTryAgain={tryAgain} />
    </div>
  );
}
