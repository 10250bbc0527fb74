import { unwrap } from '@likeness/sdk';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { ShareFigure } from '../../ui/figure/ShareFigure.tsx';
import { toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import classes from './done-step.module.css';
import { messages } from './messages.ts';
import { Proposals } from './Proposals.tsx';

/** The coverage of every persona after an import, each a click away; without personas, what to do next. */
export function PersonaFigures() {
  const words = messages.done;
  const query = useQuery({
    queryKey: keyOf('figures', 'after-import'),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/cx-personas', { params: { query: { include: 'figures', status: 'active' } }, signal })).items,
  });
  return (
    <Loaded query={query} skeleton={<SkeletonRows count={3} />}>
      {(personas) =>
        personas.length === 0 ? (
          <Proposals />
        ) : (
          <Card title={words.personas} caption={words.personasText}>
            <ul className={classes.personas}>
              {personas.map(({ id, name, rule_count: ruleCount, figures }) => (
                <li key={id} className={classes.persona}>
                  <Link to="/persona-builder/$personaId" params={{ personaId: String(id) }} search={{ tab: 'analytics', range: 'all' }}>
                    {name}
                  </Link>
                  {figures !== undefined && figures !== null ? <ShareFigure figure={toShareFigure(figures.coverage)} /> : ruleCount === 0 && <Chip tone="outline">{words.noRules}</Chip>}
                </li>
              ))}
            </ul>
          </Card>
        )
      }
    </Loaded>
  );
}
