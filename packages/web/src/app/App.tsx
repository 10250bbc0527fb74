import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { isRightToLeft } from '../ui/i18n/language.ts';
import { queries } from './query-client.ts';
import { router } from './router.ts';
import { cssVariablesResolver, theme } from './theme.ts';

/** The web application. */
export function App() {
  return (
    <DirectionProvider initialDirection={isRightToLeft ? 'rtl' : 'ltr'}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
