import classes from './brand.module.css';

/** The product's mark, a persona and the dashed circle of the real people it should cover, and its name. */
export function Brand({ name }: { name: string }) {
  return (
    <span className={classes.brand}>
      <svg viewBox="0 0 24 24" fill="none" aria-hidden="true">
        <circle cx="9" cy="12" r="7" fill="var(--text)" />
        <path d="M12 5.68a7 7 0 0 1 0 12.64a7 7 0 0 1 0-12.64Z" fill="var(--moderate)" />
        <circle cx="15" cy="12" r="6.25" stroke="var(--text)" strokeWidth="1.5" strokeDasharray="1.6 2" />
      </svg>
      <span>{name}</span>
    </span>
  );
}
