import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/spotlight/styles.css';
import './theme/tokens.css';
import './theme/mantine.css';
import './theme/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { call } from './api/bridge.ts';
import { client } from './api/client.ts';
import { App } from './app/App.tsx';
import { rememberedScheme } from './theme/scheme.ts';
import { theme } from './theme/theme.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the app.');

// Light or dark is known before anything is drawn, so that nothing flashes; without settings the system decides.
const prefs = await call('app.prefs', {}).catch(() => ({}));

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      colorSchemeManager={rememberedScheme(prefs)}
      defaultColorScheme="auto"
      theme={theme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
