import { Failure } from '../failures/failure.ts';
import { CommandError } from './command.ts';

/** Does some work with the services; a failure that they expected is told as a command tells it, each problem on its line. */
export async function withPlainFailures<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const problems = error.problems.map(({ path, message }) => `\n  ${path === '' ? '' : `${path}: `}${message}`);
    throw new CommandError(problems.length === 0 ? error.detail : `The values are not right:${problems.join('')}`);
  }
}
