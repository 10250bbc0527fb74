import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useShortcut } from '../ui/shortcuts/use-shortcut.ts';
import { messages } from './messages.ts';

/** What lies over the page: the search, the help sheet, or nothing. Binds the keys that work on every page. */
export function useCommands() {
  const [shown, setShown] = useState<'search' | 'help' | null>(null);
  const navigate = useNavigate();
  const { navigation: words } = messages;
  useShortcut('/', words.search, () => setShown('search'));
  useShortcut('mod+k', words.search, () => setShown('search'), { isForTyping: true });
  useShortcut('?', words.help, () => setShown('help'));
  useShortcut('g p', words.goTo(words.personas), () => void navigate({ to: '/persona-builder' }));
  useShortcut('g o', words.goTo(words.portfolio), () => void navigate({ to: '/portfolio' }));
  useShortcut('g r', words.goTo(words.responses), () => void navigate({ to: '/responses' }));
  useShortcut('g i', words.goTo(words.imports), () => void navigate({ to: '/imports' }));
  return { shown, openSearch: () => setShown('search'), openHelp: () => setShown('help'), close: () => setShown(null) };
}
