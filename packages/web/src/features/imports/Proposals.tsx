import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../api/use-session.ts';
import { Card } from '../../ui/card/Card.tsx';
import { ShareFigure } from '../../ui/figure/ShareFigure.tsx';
import { toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import classes from './done-step.module.css';
import { messages } from './messages.ts';
import { type ShownProposal, useMakeProposal, useProposals } from './use-proposals.ts';

/** For an organisation without personas: some that its data suggest, each with whom it covers, a click away from being made. */
export function Proposals() {
  return (
    <Loaded query={useProposals()} skeleton={<SkeletonRows count={3} />}>
      {(proposals) => (proposals.length === 0 ? <NoPersonas /> : <List proposals={proposals} />)}
    </Loaded>
  );
}

function List({ proposals }: { proposals: readonly ShownProposal[] }) {
  const words = messages.done;
  const mayWrite = useMay('write');
  const make = useMakeProposal();
  return (
    <Card title={words.noPersonas} caption={words.proposalsText}>
      <ul className={classes.personas}>
        {proposals.map((proposal) => (
          <li key={proposal.name} className={classes.persona}>
            <b dir="auto">{proposal.name}</b>
            <span className={classes.figures}>
              <ShareFigure figure={toShareFigure(proposal.coverage)} hasSample />
              {mayWrite && (
                <Button size="xs" loading={make.isPending && make.variables.name === proposal.name} disabled={make.isPending} aria-label={words.makeOf(proposal.name)} onClick={() => make.mutate(proposal)}>
                  {words.make}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <Own />
      </div>
    </Card>
  );
}

function NoPersonas() {
  const words = messages.done;
  return (
    <StateMessage icon="people" title={words.noPersonas} actions={<Own />}>
      {words.noPersonasText}
    </StateMessage>
  );
}

function Own() {
  return (
    <Button variant="default" component={Link} to="/persona-builder" leftSection={<Icon name="people" />}>
      {messages.done.newPersona}
    </Button>
  );
}
