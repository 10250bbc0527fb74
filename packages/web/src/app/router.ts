import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readGallerySearch } from '../features/personas/search.ts';
import { readAnalyticsSearch } from '../features/analytics/search.ts';
import { readImportsSearch } from '../features/imports/search.ts';
import { readPortfolioSearch } from '../features/portfolio/search.ts';
import { readResponsesSearch } from '../features/responses/search.ts';
import { readRunsSearch } from '../features/runs/search.ts';
import { readSettingsSearch } from '../features/settings/search.ts';
import { withMessages } from '../ui/i18n/define-messages.ts';
import { compact, parseSearch, type RawSearch, readChoice, stringifySearch } from '../ui/search-params.ts';
import { PageCrash } from './PageCrash.tsx';
import { prefetchFrame, prefetchGallery, prefetchPersona } from './prefetch.ts';
import { RootLayout } from './RootLayout.tsx';
import { UnknownPage } from './UnknownPage.tsx';

const root = createRootRoute({ loader: prefetchFrame, component: RootLayout, notFoundComponent: UnknownPage, errorComponent: PageCrash });
const toGallery = () => {
  throw redirect({ to: '/persona-builder', replace: true });
};

const start = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: toGallery });
const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', beforeLoad: toGallery });
const invitation = createRoute({ getParentRoute: () => root, path: '/invitation', beforeLoad: toGallery });

const gallery = createRoute({
  getParentRoute: () => root,
  path: '/persona-builder',
  validateSearch: readGallerySearch,
  loader: prefetchGallery,
  component: lazyRouteComponent(withMessages(() => import('../features/personas/GalleryPage.tsx')), 'GalleryPage'),
});
const persona = createRoute({
  getParentRoute: () => root,
  path: '/persona-builder/$personaId',
  validateSearch: (raw: RawSearch) => ({ ...compact({ tab: readChoice(raw, 'tab', ['canvas', 'analytics']) }), ...readAnalyticsSearch(raw) }),
  loaderDeps: ({ search: { tab, range, under } }) => ({ tab, range, under }),
  loader: ({ params, deps, preload }) => prefetchPersona({ personaId: Number(params.personaId), tab: deps.tab, range: deps.range, under: deps.under }, !preload),
  component: lazyRouteComponent(withMessages(() => import('./persona/PersonaPage.tsx')), 'PersonaPage'),
});
const portfolio = createRoute({
  getParentRoute: () => root,
  path: '/portfolio',
  validateSearch: readPortfolioSearch,
  component: lazyRouteComponent(withMessages(() => import('../features/portfolio/PortfolioPage.tsx')), 'PortfolioPage'),
});
const responses = createRoute({
  getParentRoute: () => root,
  path: '/responses',
  validateSearch: readResponsesSearch,
  component: lazyRouteComponent(withMessages(() => import('../features/responses/ResponsesPage.tsx')), 'ResponsesPage'),
});
const response = createRoute({
  getParentRoute: () => root,
  path: '/responses/$responseId',
  component: lazyRouteComponent(withMessages(() => import('../features/responses/ResponsePage.tsx')), 'ResponsePage'),
});
const respondent = createRoute({
  getParentRoute: () => root,
  path: '/respondents/$respondentId',
  component: lazyRouteComponent(withMessages(() => import('../features/responses/RespondentPage.tsx')), 'RespondentPage'),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  validateSearch: readImportsSearch,
  component: lazyRouteComponent(withMessages(() => import('../features/imports/ImportsPage.tsx')), 'ImportsPage'),
});
const newImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/new',
  validateSearch: readImportsSearch,
  component: lazyRouteComponent(withMessages(() => import('../features/imports/NewImportPage.tsx')), 'NewImportPage'),
});
const runs = createRoute({
  getParentRoute: () => root,
  path: '/runs',
  validateSearch: readRunsSearch,
  component: lazyRouteComponent(withMessages(() => import('../features/runs/RunsPage.tsx')), 'RunsPage'),
});
const anySettings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/$section', params: { section: 'organisation' }, replace: true });
  },
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings/$section',
  validateSearch: readSettingsSearch,
  component: lazyRouteComponent(withMessages(() => import('../features/settings/SettingsPage.tsx')), 'SettingsPage'),
});
const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: lazyRouteComponent(withMessages(() => import('../features/commands/HelpPage.tsx')), 'HelpPage'),
});

/** Every address of the web application, and the page it shows. Each page is loaded when it is first needed. */
export const router = createRouter({
  routeTree: root.addChildren([
    start, signIn, invitation, gallery, persona, portfolio, responses, response, respondent, imports, newImport, runs, anySettings, settings, help,
  ]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  // What was asked for is kept with the queries, which know what is old.
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: PageCrash,
  defaultNotFoundComponent: UnknownPage,
});

declare module '@tanstack/react-router' {
  // Tells links and hooks which addresses and parameters there are.
  interface Register {
    router: typeof router;
  }
}
