import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import { GallerySkeleton } from './GallerySkeleton.tsx';
import type { Gallery } from './load-gallery.ts';
import { messages } from './messages.ts';
import { PersonaCard } from './PersonaCard.tsx';
import classes from './persona-gallery.module.css';
import { PortfolioStrip } from './PortfolioStrip.tsx';
import { toGalleryView } from './to-gallery-view.ts';
import { useGallery } from './use-gallery.ts';

/** All personas with their live figures: the first page. */
export function GalleryPage() {
  const gallery = useGallery();
  const count = gallery.data?.personas.length;
  return (
    <Page title={messages.personas.title} aside={count !== undefined && <span className={classes.total}>{formats.count(count)}</span>}>
      <Loaded query={gallery} skeleton={<GallerySkeleton />}>
        {(data) => <GalleryBody gallery={data} />}
      </Loaded>
    </Page>
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
  const words = messages.states;
  const action = (
    <Button component={Link} to="/imports/new" leftSection={<Icon name="file" />}>
      {words.importFile}
    </Button>
  );
  return (
    <div className={classes.state}>
      <StateMessage icon="file" title={words.noResponsesTitle} actions={action}>
        {words.noResponsesText}
      </StateMessage>
    </div>
  );
}
