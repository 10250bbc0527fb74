import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm start` listens; the development server hands everything that is no page over to it. */
const SERVER = 'http://localhost:5000';

/** How the web application is built, and how it is served while it is worked on (`vite packages/web`). */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, assetsDir: 'assets', target: 'es2023', reportCompressedSize: false, manifest: true, assetsInlineLimit: 0 },
  server: { proxy: { '/api': SERVER, '/sign-in': SERVER } },
});
