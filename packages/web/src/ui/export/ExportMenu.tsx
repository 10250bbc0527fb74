import { Button, Menu } from '@mantine/core';
import { Icon } from '../Icon.tsx';
import { ExportProgress } from './ExportTable.tsx';
import classes from './export.module.css';
import { messages } from './messages.ts';
import { type ExportWork, useExport } from './use-export.ts';

/** One way to take something away; `toWork` is asked when it is chosen. */
export type ExportChoice = { name: string; toWork: () => ExportWork };

/** The Export menu of a page's head. Several groups of choices have a line between them; what is null is not there now. */
export function ExportMenu({ groups }: { groups: readonly (readonly (ExportChoice | null)[])[] }) {
  const exporting = useExport();
  const shown = groups.map((group) => group.flatMap((choice) => choice ?? [])).filter((group) => group.length > 0);
  return (
    <span className={classes.buttons}>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="default" leftSection={<Icon name="download" />} aria-disabled={exporting.bytes !== null} disabled={shown.length === 0}>
            {messages.menu}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {shown.map((group, index) => (
            <Group key={group[0]?.name} hasLine={index > 0} choices={group} onChoose={({ toWork }) => exporting.run(toWork())} />
          ))}
        </Menu.Dropdown>
      </Menu>
      <ExportProgress exporting={exporting} />
    </span>
  );
}

function Group({ hasLine, choices, onChoose }: { hasLine: boolean; choices: readonly ExportChoice[]; onChoose: (choice: ExportChoice) => void }) {
  return (
    <>
      {hasLine && <Menu.Divider />}
      {choices.map((choice) => (
        <Menu.Item key={choice.name} onClick={() => onChoose(choice)}>
          {choice.name}
        </Menu.Item>
      ))}
    </>
  );
}
