import { unwrap } from '@likeness/sdk';
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { usePersonas } from '../../api/use-personas.ts';
import { LANGUAGES, language, speak } from '../../ui/i18n/language.ts';
import { messages } from './messages.ts';
import { findResults, type SearchResult, toResponseId } from './search-results.ts';

/** What fits a query. `hasFailed`: people could not be asked for; everything else is there. */
export function useSearchResults(query: string, onHelp: () => void): { results: SearchResult[]; hasFailed: boolean } {
  const personas = usePersonaResults();
  const people = usePeopleResults(query.trim());
  const pages = usePageResults();
  const actions = useActionResults(onHelp);
  return { results: findResults(query, [...personas, ...people.results, ...pages, ...actions]), hasFailed: people.hasFailed };
}

function usePersonaResults(): SearchResult[] {
  const navigate = useNavigate();
  const personas = usePersonas().data ?? [];
  return personas.map(({ id, name, description }) => ({
    id: `persona-${id}`, name, detail: description, group: 'personas',
    run: () => void navigate({ to: '/persona-builder/$personaId', params: { personaId: String(id) }, search: { tab: 'analytics' } }),
  }));
}

function usePeopleResults(query: string): { results: SearchResult[]; hasFailed: boolean } {
  const navigate = useNavigate();
  const words = messages.search;
  const found = useQuery({
    queryKey: keyOf('responses', 'search', query),
    enabled: query.length > 0,
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/respondents', { params: { query: { respondent_key: query, limit: 5 } }, signal })).items,
  });
  const responseId = toResponseId(query);
  const response = useQuery({
    queryKey: keyOf('responses', responseId),
    enabled: responseId !== null,
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/responses/{id}', { params: { path: { id: responseId ?? 0 } }, signal })),
  });
  const results: SearchResult[] = (found.data ?? []).map(({ id, respondent_key }) => ({
    id: `respondent-${id}`, name: words.respondent(respondent_key), group: 'people',
    run: () => void navigate({ to: '/respondents/$respondentId', params: { respondentId: String(id) } }),
  }));
  if (response.data !== undefined) {
    const responseIdText = String(response.data.id);
    results.push({
      id: `response-${responseIdText}`, name: words.response(responseIdText), group: 'people',
      run: () => void navigate({ to: '/responses/$responseId', params: { responseId: responseIdText } }),
    });
  }
  return { results, hasFailed: found.isError };
}

function usePageResults(): SearchResult[] {
  const navigate = useNavigate();
  const { pageNames: names } = messages.search;
  const page = (id: string, name: string, run: () => Promise<void>): SearchResult => ({ id, name, group: 'pages', run: () => void run() });
  return [
    page('personas', names.personas, () => navigate({ to: '/persona-builder' })),
    page('portfolio', names.portfolio, () => navigate({ to: '/portfolio' })),
    page('responses', names.responses, () => navigate({ to: '/responses' })),
    page('imports', names.imports, () => navigate({ to: '/imports' })),
    page('runs', names.runs, () => navigate({ to: '/runs' })),
    page('settings', names.settings, () => navigate({ to: '/settings/$section', params: { section: 'organisation' } })),
    page('members', names.members, () => navigate({ to: '/settings/$section', params: { section: 'members' } })),
    page('help', names.help, () => navigate({ to: '/help' })),
  ];
}

function useActionResults(onHelp: () => void): SearchResult[] {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const words = messages.search;
  const action = (id: string, name: string, run: () => void): SearchResult => ({ id, name, group: 'actions', run });
  return [
    action('import-file', words.importFile, () => void navigate({ to: '/imports/new' })),
    action('shortcuts', words.shortcuts, onHelp),
    action('scheme', isDark ? words.toLight : words.toDark, () => setColorScheme(isDark ? 'light' : 'dark')),
    ...LANGUAGES.filter(({ code }) => code !== language).map(({ code, name }) => action(`speak-${code}`, words.toLanguage(name), () => speak(code))),
    action('api-docs', words.apiDocs, () => globalThis.location.assign('/api/docs')),
  ];
}
