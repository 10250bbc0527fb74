import { Button } from '@mantine/core';
import { COMMANDS, messages } from '../../app/messages.en.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Command } from '../../ui/Command.tsx';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { StateMessage } from '../../ui/StateMessage.tsx';
import { useDelay } from '../../ui/use-delay.ts';
import { GalleryError } from './GalleryError.tsx';
import { GallerySkeleton } from './GallerySkeleton.tsx';
import type { Gallery } from './load-gallery.ts';
import { PersonaCard } from './PersonaCard.tsx';
import classes from './persona-gallery.module.css';
import { PortfolioStrip } from './PortfolioStrip.tsx';
import { toGalleryView } from './to-gallery-view.ts';
import { useGallery } from './use-gallery.ts';

const SKELETON_AFTER_MS = 300;

/** All personas with their live figures: the first page. */
export function PersonaGallery() {
  const { data: gallery, error, isPending, isFetching, refetch } = useGallery();
  const isSlow = useDelay(isPending, SKELETON_AFTER_MS);
  const tryAgain = () => void refetch();
  return (
    <>
      <header className={classes.head}>
        <h1>{messages.personas.title}</h1>
        {gallery !== undefined && <span className={classes.total}>{formats.count(gallery.personas.length)}</span>}
        {gallery?.tenant.is_demo === true && <Chip tone="info">{messages.personas.demo}</Chip>}
      </header>
      {error !== null && <GalleryError error={error} shownFrom={gallery?.loadedAt ?? null} isTrying={isFetching} onTryAgain={tryAgain} />}
      {gallery === undefined ? isSlow && <GallerySkeleton /> : <GalleryBody gallery={gallery} />}
    </>
  );
}

function GalleryBody({ gallery }: { gallery: Gallery }) {
  if (gallery.personas.length === 0) return <NoPersonas />;
  const view = toGalleryView(gallery);
  const hasResponses = gallery.portfolio.total_responses > 0;
  return (
    <>
      {hasResponses && view.together !== null && <PortfolioStrip view={view.together} />}
      {hasResponses && view.together === null && <p className={classes.caption}>{messages.portfolio.noActive}</p>}
      {!hasResponses && <NoResponses />}
      {view.together !== null && hasResponses && <p className={classes.caption}>{view.together.caption}</p>}
      <ul className={classes.cards}>
        {view.cards.map((card) => (
          <li key={card.id}>
            <PersonaCard view={card} />
          </li>
        ))}
      </ul>
    </>
  );
}

function NoPersonas() {
  const words = messages.states;
  const action = (
    <Button component="a" href="/api/docs" leftSection={<Icon name="api" />}>
      {words.tryApi}
    </Button>
  );
  return (
    <StateMessage icon="people" title={words.noPersonasTitle} actions={action}>
      {words.noPersonasText}
    </StateMessage>
  );
}

function NoResponses() {
  return (
    <div className={classes.state}>
      <StateMessage icon="file" title={messages.states.noResponsesTitle}>
        {messages.states.noResponsesText}
        <Command>{COMMANDS.import}</Command>
      </StateMessage>
    </div>
  );
}
