import { Button } from '@mantine/core';
import { type Schemas, unwrap } from '@likeness/sdk';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { likeness } from '../../../api/likeness.ts';
import { keyOf } from '../../../api/query-keys.ts';
import { personaQuery } from '../../../api/use-personas.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { formats } from '../../../ui/formats.ts';
import { SidePanel } from '../../../ui/overlay/SidePanel.tsx';
import { Loaded } from '../../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../../ui/state/Skeleton.tsx';
import { showToast } from '../../../ui/toast/show-toast.ts';
import { showTrouble } from '../../../ui/toast/use-undoable-mutation.ts';
import { messages } from '../messages.ts';
import { readRules } from '../rules/read-rules.ts';
import { NO_RULES, type RuleDraft } from '../rules/rule-draft.ts';
import { RuleDifferences } from './RuleDifferences.tsx';
import classes from './versions.module.css';

type Version = Schemas['PersonaVersion'];
type VersionsPanelProps = { personaId: number; revision: number; edition: number; isReadOnly: boolean; onClose: () => void };

const PAGE = 20;

/** All editions of a persona's rules, newest first: who published them and when, what changed, and a way back to each. */
export function VersionsPanel({ personaId, revision, edition, isReadOnly, onClose }: VersionsPanelProps) {
  const versions = useInfiniteQuery({
    queryKey: keyOf('personas', personaId, 'versions', edition),
    queryFn: async ({ pageParam, signal }) =>
      unwrap(await likeness.GET('/api/cx-personas/{id}/versions', { params: { path: { id: personaId }, query: { limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const restore = useRestore(personaId, revision);
  return (
    <SidePanel isOpen onClose={onClose} title={messages.versions.title}>
      <Loaded query={versions} skeleton={<SkeletonRows count={5} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <p className={classes.none}>{messages.versions.none}</p>
          ) : (
            <ol className={classes.versions}>
              {items.map((version, index) => (
                <VersionLine
                  key={version.edition} version={version} before={items[index + 1]} isNewest={version.edition === edition}
                  {...(!isReadOnly && { onRestore: () => restore.mutate(version.edition) })} isBusy={restore.isPending}
                />
              ))}
            </ol>
          );
        }}
      </Loaded>
      {versions.hasNextPage && (
        <Button variant="default" loading={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
          {messages.preview.more}
        </Button>
      )}
    </SidePanel>
  );
}

type VersionLineProps = { version: Version; before: Version | undefined; isNewest: boolean; isBusy: boolean; onRestore?: () => void };

function VersionLine({ version, before, isNewest, isBusy, onRestore }: VersionLineProps) {
  const words = messages.versions;
  const at = new Date(version.created_at);
  return (
    <li>
      <div className={classes.versionHead}>
        <h3>{messages.edition(version.edition)}</h3>
        {isNewest && <Chip tone="outline">{words.newest}</Chip>}
        {version.restored_from !== null && <Chip>{words.restoredFrom(version.restored_from)}</Chip>}
        {!isNewest && onRestore !== undefined && (
          <Button variant="default" size="compact-sm" disabled={isBusy} aria-label={words.restoreLong(version.edition)} onClick={onRestore}>
            {words.restore}
          </Button>
        )}
      </div>
      <p className={classes.none} title={formats.instantWithZone(at)}>
        {words.by(version.created_by_name, formats.instant(at))}
      </p>
      {version.note !== '' && <p className={classes.note}>{version.note}</p>}
      {before === undefined && version.edition > 1 ? null : <RuleDifferences before={before === undefined ? NO_RULES : toDraft(before)} after={toDraft(version)} />}
    </li>
  );
}

function toDraft(version: Version): RuleDraft {
  const read = readRules(version.rules);
  return read.ok ? read.draft : NO_RULES;
}

function useRestore(personaId: number, revision: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (edition: number) =>
      unwrap(
        await likeness.POST('/api/cx-personas/{id}/versions/{edition}/restore', {
          params: { path: { id: personaId, edition }, header: { 'if-match': `"${revision}"` } },
        }),
      ),
    onSuccess: (persona, edition) => {
      queries.setQueryData(personaQuery(personaId).queryKey, persona);
      showToast({ text: messages.versions.restored(edition, persona.edition) });
    },
    onError: async (error) => {
      showTrouble(error);
      await queries.invalidateQueries({ queryKey: personaQuery(personaId).queryKey });
    },
  });
}
