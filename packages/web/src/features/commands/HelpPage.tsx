import { Card } from '../../ui/card/Card.tsx';
import { Command } from '../../ui/Command.tsx';
import { COMMANDS } from '../../ui/commands.ts';
import { Page } from '../../ui/page/Page.tsx';
import classes from './help.module.css';
import { messages } from './messages.ts';

const SHOWN = ['analyze', 'import', 'sync', 'doctor'] as const;

/** How else Likeness is used: keys, command line, API. */
export function HelpPage() {
  const words = messages.help;
  return (
    <Page title={words.title}>
      <div className={classes.cards}>
        <Card title={words.keys}>
          <p>{words.keysText}</p>
        </Card>
        <Card title={words.commandLine}>
          <p>{words.commandLineText}</p>
          <dl className={classes.commands}>
            {SHOWN.map((name) => (
              <div key={name}>
                <dt>{words[name]}</dt>
                <dd>
                  <Command>{COMMANDS[name]}</Command>
                </dd>
              </div>
            ))}
          </dl>
        </Card>
        <Card title={words.api}>
          <p>{words.apiText}</p>
          <p>
            <a href="/api/docs">{words.apiDocs}</a>
          </p>
        </Card>
      </div>
    </Page>
  );
}
