import { runProgram } from './run-programs.ts';

/** What `npm run check` holds the source to, cheapest first: name, program, arguments. */
const CHECKS: [string, string, string[]][] = [
  ['lint and walls', 'node_modules/oxlint/bin/oxlint', ['--type-aware']],
  ['types', 'node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']],
  ['unused files, exports and packages', 'node_modules/knip/bin/knip.js', []],
  ['generated files are current', 'node_modules/vitest/vitest.mjs', ['run', '--reporter=dot', 'openapi-json', 'generated-types', 'schema-file']],
];

/** All checks run, so that one report shows everything; exit code 1 if one failed. */
const failed = CHECKS.filter(([name, program, args]) => {
  console.log(`\n# ${name}`);
  return runProgram(program, args) !== 0;
});
console.log(failed.length === 0 ? '\nall checks passed' : `\nfailed: ${failed.map(([name]) => name).join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
