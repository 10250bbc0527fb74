import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createQueryClient } from './query-client.ts';
import { SessionGate } from './SessionGate.tsx';
import { cssVariablesResolver, theme } from './theme.ts';

/** The web application. */
export function App() {
  const [queries] = useState(createQueryClient);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <SessionGate />
      </QueryClientProvider>
    </MantineProvider>
  );
}
