import { build, type Rolldown } from 'vite';

/** A program as one script without imports, and the styles it imported. */
export type Bundle = { script: string; styles: string };

/** Exports in a global variable of this name, or as the exports of a module. */
export type BundleForm = { globalName: string } | 'module';

/**
 * Bundles a TypeScript file, with all it imports, for browsers: one minified script that needs nothing else.
 *
 * Throws when the file does not build, or when it imports something that only Node has.
 *
 * @example (await bundle('packages/core/src/index.ts', { globalName: 'LikenessCore' })).script // 'var LikenessCore=function(e){...'
 */
export async function bundle(file: string, form: BundleForm): Promise<Bundle> {
  const shape = form === 'module' ? { formats: ['es' as const] } : { formats: ['iife' as const], name: form.globalName };
  const warnings: string[] = [];
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2023',
      cssCodeSplit: false,
      lib: { entry: file, ...shape, fileName: () => 'bundle.js' },
      // Vite leaves white space in modules, for other bundlers to read; this one is the last.
      rolldownOptions: { output: { minify: true }, onwarn: ({ message }) => void warnings.push(message) },
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
