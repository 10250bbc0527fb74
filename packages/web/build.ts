import path from 'node:path';
import { build } from 'vite';

/**
 * Builds the web application into packages/web/dist: one page, and files with a hash of their content under assets/.
 *
 * The old build stays in place until the new one is ready to be written. Exit code 1, with the reason, when it fails.
 */
await build({ configFile: path.join(import.meta.dirname, 'vite.config.ts'), mode: 'production', logLevel: 'warn' });
