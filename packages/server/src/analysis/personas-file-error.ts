/** One thing to put right in a personas file. `path` leads to it (`personas[2].mapping_rules.rules[1].is`); empty for the whole file. */
export type PersonasFileProblem = { path: string; message: string };

/** A personas file that cannot be used; `message` lists every problem found with its place, one a line. */
export class PersonasFileError extends Error {
  override readonly name = 'PersonasFileError';
  readonly problems: readonly PersonasFileProblem[];

  constructor(problems: readonly PersonasFileProblem[]) {
    super(problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('\n'));
    this.problems = problems;
  }
}
