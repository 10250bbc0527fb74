import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm start` listens; the development server hands everything that is no page over to it. */
const SERVER = 'http://localhost:5000';

/**
 * What every page needs goes into two files: they compress better than sixty small ones. The libraries have one of their own,
 * which stays in the browser's cache when only our code changes.
 */
const LIBRARIES = /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store|clsx|openapi-fetch|@tanstack[\\/](query-core|react-query|router-core|react-router|history|store|react-store))[\\/]/;
const FRAME = /@mantine[\\/]core[\\/]esm[\\/](core|components[\\/](Button|ActionIcon|Loader|Transition|Input|InputBase|TextInput|UnstyledButton|CloseButton))[\\/]|packages[\\/]web[\\/]src[\\/](api|features[\\/]live|ui[\\/](i18n|page|shortcuts|state|trouble))[\\/](?!.*messages\.ar)/;

/** How the web application is built, and how it is served while it is worked on (`vite packages/web`). */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist', emptyOutDir: true, assetsDir: 'assets', target: 'es2023', reportCompressedSize: false, manifest: true, assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'libraries', test: LIBRARIES }, { name: 'frame', test: FRAME }] } } },
  },
  server: { proxy: { '/api': SERVER, '/sign-in': SERVER } },
});
