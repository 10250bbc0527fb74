import type { Persona } from '../../api/use-personas.ts';
import { Card } from '../../ui/card/Card.tsx';
import { Cell, Grid } from '../../ui/card/Grid.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import { messages } from './messages.ts';
import classes from './canvas.module.css';

/** A persona's card for people, and its rules for the machine. */
export function CanvasTab({ persona }: { persona: Persona }) {
  return (
    <Grid>
      <Cell span={7}>
        <Card title={messages.about}>
          <p>{persona.description === '' ? messages.noText : persona.description}</p>
        </Card>
      </Cell>
      <Cell span={5}>
        {persona.mapping_rules === null ? (
          <StateMessage icon="sliders" title={messages.noRulesTitle}>
            {messages.noRulesText}
          </StateMessage>
        ) : (
          <Card title={messages.rules}>
            <pre className={classes.rules} dir="ltr">
              <code>{JSON.stringify(persona.mapping_rules, null, 2)}</code>
            </pre>
          </Card>
        )}
      </Cell>
    </Grid>
  );
}
