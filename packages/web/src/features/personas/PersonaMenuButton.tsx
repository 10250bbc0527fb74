import { ActionIcon } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import { messages } from './messages.ts';
import type { PersonaMenuProps } from './PersonaMenu.tsx';

const PersonaMenu = lazy(() => import('./PersonaMenu.tsx').then(({ PersonaMenu: part }) => ({ default: part })));

/** Three dots on a persona's card. What is behind them is loaded when it is first wanted: the first page does not carry menus. */
export function PersonaMenuButton(props: PersonaMenuProps) {
  const [isWanted, setIsWanted] = useState(false);
  const button = (
    <ActionIcon variant="subtle" color="gray" aria-haspopup="menu" aria-label={messages.actions.menu(props.persona.name)} onClick={() => setIsWanted(true)}>
      <Icon name="more" />
    </ActionIcon>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <PersonaMenu {...props} />
    </Suspense>
  );
}
