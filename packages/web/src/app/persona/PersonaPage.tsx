import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { usePersona } from '../../api/use-personas.ts';
import { LikenessRing } from '../../charts/LikenessRing.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Tabs } from '../../ui/control/Tabs.tsx';
import { withMessages } from '../../ui/i18n/define-messages.ts';
import { Page } from '../../ui/page/Page.tsx';
import { PageActions } from '../../ui/page/PageActions.tsx';
import { useShortcut } from '../../ui/shortcuts/use-shortcut.ts';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonCard } from '../../ui/state/Skeleton.tsx';
import { toInitials } from '../../ui/to-initials.ts';
import { messages } from '../messages.ts';

const LOAD = {
  canvas: withMessages(() => import('../../features/persona/CanvasTab.tsx').then(({ CanvasTab }) => ({ default: CanvasTab }))),
  analytics: withMessages(() => import('../../features/analytics/AnalyticsTab.tsx').then(({ AnalyticsTab }) => ({ default: AnalyticsTab }))),
};
const Canvas = lazy(LOAD.canvas);
const Analytics = lazy(LOAD.analytics);

const route = getRouteApi('/persona-builder/$personaId');
const COLORS = 8;

/** On the Canvas the rules stand beside the card; on a phone behind a button. */
function goToRules(): void {
  document.getElementById('mapping-rules')?.focus();
}

/** One persona: who it is, and in the head the two ways to look at it. The tab is part of the address. */
export function PersonaPage() {
  const id = Number(route.useParams().personaId);
  const { tab = 'canvas' } = route.useSearch();
  const navigate = route.useNavigate();
  const query = usePersona(id);
  const [isReady, setIsReady] = useState(false);
  // The head is whole at once: the name waits for the buttons beside it.
  const persona = isReady ? query.data : undefined;
  const words = messages.persona;
  // Beside the persona, not after it. What does not load says so where it is drawn.
  useEffect(() => void LOAD[tab]().then(() => setIsReady(true), () => setIsReady(true)), [tab]);
  const show = (next: 'canvas' | 'analytics'): void => void navigate({ search: (search) => ({ ...search, tab: next }) });
  useShortcut('[', words.canvas, () => show('canvas'));
  useShortcut(']', words.analytics, () => show('analytics'));
  useShortcut('e', words.editRules, tab === 'analytics' ? () => show('canvas') : goToRules);
  return (
    <Page
      title={persona?.name ?? null}
      picture={<LikenessRing initials={persona === undefined ? '' : toInitials(persona.name)} color={`var(--c${((persona?.color_index ?? 0) % COLORS) + 1})`} shares={null} />}
      aside={
        persona && (
          <>
            <Chip>{words.status[persona.status]}</Chip>
            <Chip tone="outline">{persona.edition > 0 ? words.edition(persona.edition) : words.noRules}</Chip>
          </>
        )
      }
      subtitle={persona?.description ?? ''}
    >
      {isReady && (
        <Loaded query={query} skeleton={<SkeletonCard blockSize={320} lines={6} />}>
          {(loaded) => (
            // The head's buttons come with what they are for, all at once.
            <Suspense>
              <PageActions>
                <Tabs
                  label={words.tabs}
                  value={tab}
                  onChange={show}
                  tabs={[
                    { value: 'canvas', name: words.canvas, icon: 'canvas' },
                    { value: 'analytics', name: words.analytics, icon: 'analytics' },
                  ]}
                />
              </PageActions>
              {tab === 'analytics' ? <Analytics persona={loaded} /> : <Canvas persona={loaded} />}
            </Suspense>
          )}
        </Loaded>
      )}
    </Page>
  );
}
