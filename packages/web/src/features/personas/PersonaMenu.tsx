import { ActionIcon, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useMay } from '../../api/use-session.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ConfirmDialog } from '../../ui/overlay/ConfirmDialog.tsx';
import type { Persona } from './load-gallery.ts';
import { messages } from './messages.ts';
import { exportAsJson, usePersonaActions } from './use-persona-actions.ts';

export type PersonaMenuProps = { persona: Persona; isCompared: boolean; onCompare: () => void };

/** What can be done with a persona. Opens as soon as it is shown. What cannot be taken back is asked about first. */
export function PersonaMenu({ persona, isCompared, onCompare }: PersonaMenuProps) {
  const [isDeleting, setIsDeleting] = useState(false);
  // The button that was pressed has given way to this one, so nothing else knows where the focus belongs.
  const button = useRef<HTMLButtonElement>(null);
  const mayWrite = useMay('write');
  const actions = usePersonaActions();
  const words = messages.actions;
  const params = { personaId: String(persona.id) };
  return (
    <>
      <Menu position="bottom-end" width={220} defaultOpened onClose={() => button.current?.focus()}>
        <Menu.Target>
          <ActionIcon ref={button} variant="subtle" color="gray" aria-label={words.menu(persona.name)}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="canvas" />} renderRoot={(props) => <Link {...props} to="/persona-builder/$personaId" params={params} search={{ tab: 'canvas' }} />}>
            {words.openCanvas}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="chart" />} onClick={onCompare}>
            {isCompared ? words.deselect : words.select}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="download" />} onClick={() => exportAsJson(persona.name, [persona.id])}>
            {words.exportJson}
          </Menu.Item>
          {mayWrite && (
            <>
              <Menu.Item leftSection={<Icon name="copy" />} onClick={() => actions.clone(persona)}>
                {words.clone}
              </Menu.Item>
              {persona.status === 'archived' ? (
                <Menu.Item leftSection={<Icon name="undo" />} onClick={() => actions.restore(persona)}>
                  {words.restore}
                </Menu.Item>
              ) : (
                <Menu.Item leftSection={<Icon name="file" />} onClick={() => actions.archive(persona)}>
                  {words.archive}
                </Menu.Item>
              )}
              <Menu.Item leftSection={<Icon name="trash" />} onClick={() => setIsDeleting(true)}>
                {words.delete}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={isDeleting} title={words.deleteTitle(persona.name)} confirm={words.deleteConfirm} isDangerous isBusy={actions.isRemoving}
        onClose={() => setIsDeleting(false)} onConfirm={() => void actions.remove(persona).then(() => setIsDeleting(false), () => setIsDeleting(false))}
      >
        <p>{words.deleteText}</p>
      </ConfirmDialog>
    </>
  );
}
