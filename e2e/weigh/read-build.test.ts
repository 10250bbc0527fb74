import { expect, it } from 'vitest';
import { listFirstFiles, listLateParts, type Manifest } from './read-build.ts';

const manifest: Manifest = {
  'index.html': { file: 'index.js', name: 'index', isEntry: true, imports: ['_react.js'], dynamicImports: ['Page.tsx', 'Menu.tsx'], css: ['index.css'] },
  '_react.js': { file: 'react.js' },
  '_table.js': { file: 'table.js', css: ['table.css'], imports: ['_react.js'] },
  'Page.tsx': { file: 'page.js', name: 'Page', isDynamicEntry: true, imports: ['_react.js', '_table.js'], dynamicImports: ['Menu.tsx'] },
  'Menu.tsx': { file: 'menu.js', src: 'src/Menu.tsx', isDynamicEntry: true },
};

it('counts for the first page what comes with the entry', () => {
  expect(listFirstFiles(manifest)).toEqual(['index.js', 'index.css', 'react.js']);
});

it('counts for a late part what it needs and the first page does not have, and says who loads it', () => {
  expect(listLateParts(manifest)).toEqual([
    { name: 'Page', loadedBy: ['index'], files: ['page.js', 'table.js', 'table.css'] },
    { name: 'Menu', loadedBy: ['index', 'Page'], files: ['menu.js'] },
  ]);
});

it('refuses a build without an entry', () => {
  expect(() => listFirstFiles({})).toThrow('no entry');
});
