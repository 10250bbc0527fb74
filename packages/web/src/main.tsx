import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/jetbrains-mono';
import './app/mantine-styles.ts';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { messagesReady } from './ui/i18n/define-messages.ts';
import { isRightToLeft, language } from './ui/i18n/language.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
document.documentElement.lang = language;
document.documentElement.dir = isRightToLeft ? 'rtl' : 'ltr';
await messagesReady();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
