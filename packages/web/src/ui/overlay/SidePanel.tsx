import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { messages } from '../messages.ts';
import { useFocusReturn } from './use-focus-return.ts';

type SidePanelProps = {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Its width in pixels where there is room. */
  width?: number;
  children: ReactNode;
};

/** What opens beside the page: at the end edge, a sheet from below under 1024 pixels. Escape closes it and gives the focus back. */
export function SidePanel({ isOpen, onClose, title, width = 452, children }: SidePanelProps) {
  useFocusReturn(isOpen);
  const isSheet = useMediaQuery('(max-width: 1023px)') ?? false;
  return (
    <Drawer
      opened={isOpen} onClose={onClose} title={title} position={isSheet ? 'bottom' : 'right'} size={isSheet ? '85%' : width}
      closeButtonProps={{ 'aria-label': messages.close }}
    >
      {children}
    </Drawer>
  );
}
