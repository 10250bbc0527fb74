/** The command lines that pages show; the same words as in docs/command-line.md. */
export const COMMANDS = {
  start: 'npm start',
  analyze: 'npx likeness analyze survey.csv --personas personas.json',
  import: 'npx likeness import survey.csv --form "Customer survey"',
  sync: 'npx likeness sync',
  doctor: 'npx likeness doctor',
} as const;
