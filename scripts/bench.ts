import { globSync } from 'node:fs';
import { ROOT, runProgram } from './run-programs.ts';

/** `npm run bench [part of a name]`: runs the programs of `bench/` one after another; exit code 1 if one fails. */
const wanted = process.argv[2] ?? '';
const programs = globSync('bench/**/*.bench.ts', { cwd: ROOT }).filter((file) => file.includes(wanted)).toSorted();
if (programs.length === 0) console.error(`No program in bench/ has "${wanted}" in its name`);
const failures = programs.filter((file) => {
  console.log(`\n${file}`);
  return runProgram(file) !== 0;
});
process.exit(programs.length === 0 || failures.length > 0 ? 1 : 0);
