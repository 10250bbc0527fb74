import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMay } from '../../api/use-session.ts';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { withMessages } from '../../ui/i18n/define-messages.ts';
import { Page } from '../../ui/page/Page.tsx';
import { compact } from '../../ui/search-params.ts';
import { useShortcut } from '../../ui/shortcuts/use-shortcut.ts';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonCard } from '../../ui/state/Skeleton.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import { GalleryFilters } from './GalleryFilters.tsx';
import { GallerySkeleton } from './GallerySkeleton.tsx';
import type { Gallery } from './load-gallery.ts';
import { messages } from './messages.ts';
import { PersonaCard } from './PersonaCard.tsx';
import classes from './persona-gallery.module.css';
import { PersonaMenuButton } from './PersonaMenuButton.tsx';
import { PortfolioStrip } from './PortfolioStrip.tsx';
import type { GallerySearch } from './search.ts';
import { toGalleryView } from './to-gallery-view.ts';
import { useGallery } from './use-gallery.ts';
import { exportAsJson } from './use-persona-actions.ts';

const ComparisonCard = lazy(withMessages(() => import('./ComparisonCard.tsx').then(({ ComparisonCard: part }) => ({ default: part }))));
const NewPersonaDialog = lazy(withMessages(() => import('./NewPersonaDialog.tsx').then(({ NewPersonaDialog: part }) => ({ default: part }))));

const route = getRouteApi('/persona-builder');

/** About as high as two personas beside each other. */
const COMPARISON_PX = 860;

type Change = { [K in keyof GallerySearch]?: GallerySearch[K] | undefined };

/** All personas with their live figures: the first page. What is searched, sorted, compared or made is part of its address. */
export function GalleryPage() {
  const gallery = useGallery();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay('write');
  const personas = gallery.data?.personas;
  const change = (next: Change): void => void navigate({ search: (before) => compact({ ...before, ...next }), replace: true, resetScroll: false });
  const create = (): void => change({ create: 'blank' });
  useShortcut('n', messages.create.button, mayWrite ? create : null);
  return (
    <Page
      title={messages.personas.title}
      aside={personas !== undefined && <span className={classes.total}>{formats.count(personas.length)}</span>}
      actions={
        <>
          {/* There from the first, as nearly everybody will need them: on a phone they take a line of their own. */}
          {(personas?.length ?? 2) > 1 && (
            <Button variant="default" disabled={personas === undefined} onClick={() => change({ compare: (personas ?? []).slice(0, 2).map(({ id }) => String(id)) })}>
              {messages.compare.button}
            </Button>
          )}
          {(personas?.length ?? 1) > 0 && (
            <Button variant="default" disabled={personas === undefined} leftSection={<Icon name="download" />} onClick={() => exportAsJson(messages.personas.title, null)}>
              {messages.actions.exportAll}
            </Button>
          )}
          {mayWrite && (
            <Button leftSection={<Icon name="plus" />} onClick={create}>
              {messages.create.button}
            </Button>
          )}
        </>
      }
    >
      {search.create !== undefined && !mayWrite && (
        <StateMessage icon="lock" title={messages.create.title} actions={<Button variant="default" onClick={() => change({ create: undefined })}>{messages.create.understood}</Button>}>
          {messages.create.mayNot}
        </StateMessage>
      )}
      <Loaded query={gallery} skeleton={<GallerySkeleton />}>
        {(data) => <GalleryBody gallery={data} search={search} mayWrite={mayWrite} onChange={change} />}
      </Loaded>
      <Suspense>
        {search.create !== undefined && mayWrite && (
          <NewPersonaDialog way={search.create} onWay={(way) => change({ create: way })} onClose={() => change({ create: undefined })} />
        )}
      </Suspense>
    </Page>
  );
}

type BodyProps = { gallery: Gallery; search: GallerySearch; mayWrite: boolean; onChange: (change: Change) => void };

function GalleryBody({ gallery, search, mayWrite, onChange }: BodyProps) {
  if (gallery.personas.length === 0) return <NoPersonas mayWrite={mayWrite} hasResponses={gallery.portfolio.total_responses > 0} />;
  const view = toGalleryView(gallery, search);
  const hasResponses = gallery.portfolio.total_responses > 0;
  const compared = search.compare ?? [];
  const compare = (ids: readonly string[]): void => onChange({ compare: ids.length === 0 ? undefined : ids });
  return (
    <>
      {hasResponses && view.together !== null && <PortfolioStrip view={view.together} />}
      {hasResponses && view.together === null && <p className={classes.caption}>{messages.portfolio.noActive}</p>}
      {!hasResponses && <NoResponses mayWrite={mayWrite} />}
      <GalleryFilters personas={gallery.personas} search={search} onChange={onChange} />
      {compared.length > 0 && (
        <Suspense fallback={<SkeletonCard blockSize={COMPARISON_PX} lines={8} />}>
          <ComparisonCard gallery={gallery} ids={compared} onChange={compare} />
        </Suspense>
      )}
      {view.together !== null && hasResponses && <p className={classes.caption}>{view.together.caption}</p>}
      {view.cards.length === 0 && <NothingFound onClear={() => onChange({ q: undefined, status: undefined, tag: undefined, verdict: undefined })} />}
      <Cards gallery={gallery} view={view} compared={compared} onCompare={compare} />
    </>
  );
}

function Cards({ gallery, view, compared, onCompare }: { gallery: Gallery; view: ReturnType<typeof toGalleryView>; compared: readonly string[]; onCompare: (ids: readonly string[]) => void }) {
  const personas = new Map(gallery.personas.map((persona) => [persona.id, persona]));
  return (
    <ul className={classes.cards}>
      {view.cards.map((card) => {
        const [id, persona] = [String(card.id), personas.get(card.id)];
        const isCompared = compared.includes(id);
        const toggle = (): void => onCompare(isCompared ? compared.filter((one) => one !== id) : [...compared, id]);
        return (
          <li key={card.id}>
            <PersonaCard view={card} menu={persona !== undefined && <PersonaMenuButton persona={persona} isCompared={isCompared} onCompare={toggle} />} />
          </li>
        );
      })}
    </ul>
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  const words = messages.filters;
  return (
    <StateMessage icon="search" title={words.noneTitle} actions={<Button onClick={onClear}>{words.clear}</Button>}>
      {words.noneText}
    </StateMessage>
  );
}

/** The first page of a new organisation: its answers come first, because personas can be made of them. */
function NoPersonas({ mayWrite, hasResponses }: { mayWrite: boolean; hasResponses: boolean }) {
  const words = messages.states;
  const actions = (
    <>
      {mayWrite && !hasResponses && (
        <Button component={Link} to="/imports/new" leftSection={<Icon name="file" />}>
          {words.importFile}
        </Button>
      )}
      {mayWrite && (
        <Button variant={hasResponses ? 'filled' : 'default'} component={Link} to="/persona-builder?create=template">
          {messages.create.ways.template}
        </Button>
      )}
      <Button variant="default" component="a" href="/api/docs" leftSection={<Icon name="api" />}>
        {words.tryApi}
      </Button>
    </>
  );
  return (
    <StateMessage icon="people" title={words.noPersonasTitle} actions={actions}>
      {words.noPersonasText}
    </StateMessage>
  );
}

function NoResponses({ mayWrite }: { mayWrite: boolean }) {
  const words = messages.states;
  const action = mayWrite ? (
    <Button component={Link} to="/imports/new" leftSection={<Icon name="file" />}>
      {words.importFile}
    </Button>
  ) : undefined;
  return (
    <div className={classes.state}>
      <StateMessage icon="file" title={words.noResponsesTitle} actions={action}>
        {words.noResponsesText}
      </StateMessage>
    </div>
  );
}
