import { COMMANDS, messages } from '../../app/messages.en.ts';
import { Command } from '../../ui/Command.tsx';
import classes from './command-line.module.css';

const SHOWN = ['analyze', 'import', 'sync', 'doctor'] as const;

/** The command line in four lines, for those who would rather not click; the full guide is in the documentation. */
export function CommandLine() {
  return (
    <section id="command-line" className={classes.guide} aria-labelledby="command-line-title">
      <h2 id="command-line-title">{messages.commands.title}</h2>
      <p>{messages.commands.text}</p>
      <dl>
        {SHOWN.map((name) => (
          <div key={name}>
            <dt>{messages.commands[name]}</dt>
            <dd>
              <Command>{COMMANDS[name]}</Command>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
