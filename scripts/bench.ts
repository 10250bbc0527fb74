import { runProgram } from './run-programs.ts';

/** `npm run bench -- [--quick] [--json] [part of a name]`: see bench/main.ts. */
process.exit(runProgram('bench/main.ts', process.argv.slice(2)));
