import 'react';

declare module 'react' {
  // Lets a component hand a value to its style sheet.
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}
