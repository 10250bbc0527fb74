import { build, type Rolldown } from 'vite';

/** A program as one script without imports, and the styles it imported. */
export type Bundle = { script: string; styles: string };

/**
 * Bundles a TypeScript file, with all it imports, for browsers: one minified script that needs nothing else.
 *
 * `name`: the global variable that gets the file's exports. Throws when the file does not build, or when it needs
 * something that only Node has.
 *
 * @example (await bundle('packages/core/src/index.ts', 'LikenessCore')).script // 'var LikenessCore=function(e){...'
 */
export async function bundle(file: string, name: string): Promise<Bundle> {
  const warnings: string[] = [];
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2023',
      cssCodeSplit: false,
      lib: { entry: file, name, formats: ['iife'], fileName: () => 'bundle.js' },
      rolldownOptions: { onwarn: ({ message }) => void warnings.push(message) },
    },
  });
  // Vite puts an empty module in the place of what only Node has, and warns.
  if (warnings.length > 0) throw new Error(`${file} cannot be bundled for browsers as it is: ${warnings.join('; ')}`);
  const files = (Array.isArray(built) ? built : [built]).flatMap((output) => ('output' in output ? output.output : []));
  const script = files.find((output): output is Rolldown.OutputChunk => output.type === 'chunk')?.code;
  if (script === undefined) throw new Error(`${file} built into nothing`);
  const styles = files.filter((output) => output.type === 'asset').map(({ source }) => String(source)).join('\n');
  return { script, styles };
}
