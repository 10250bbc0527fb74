import classes from './likeness-ring.module.css';

type LikenessRingProps = {
  initials: string;
  /** CSS colour of the persona. */
  color: string;
  /** Percent of respondents that match, and that match strongly; null draws the bare ring. */
  shares: { match: number; strong: number } | null;
  /** Address of the photo that stands in place of the initials. */
  photo?: string | null;
};

const RADIUS = 18.5;
const LENGTH = 2 * Math.PI * RADIUS;

/** A persona's photo or initials in a ring that shows how many respondents match it, and how many strongly. Hidden from screen readers. */
export function LikenessRing({ initials, color, shares, photo = null }: LikenessRingProps) {
  return (
    <span className={classes.ring} style={{ '--persona': color }} aria-hidden="true">
      <svg viewBox="0 0 40 40" fill="none">
        <circle cx="20" cy="20" r={RADIUS} stroke="var(--line-strong)" strokeWidth="2" />
        {shares !== null && <Arc percent={shares.match} stroke="var(--moderate)" />}
        {shares !== null && <Arc percent={shares.strong} stroke="var(--strong)" />}
      </svg>
      {photo === null ? <b>{initials}</b> : <img src={photo} alt="" loading="lazy" decoding="async" />}
    </span>
  );
}

function Arc({ percent, stroke }: { percent: number; stroke: string }) {
  if (percent === 0) return null;
  const dashes = `${(percent / 100) * LENGTH} ${LENGTH}`;
  return <circle cx="20" cy="20" r={RADIUS} stroke={stroke} strokeWidth="3" strokeDasharray={dashes} transform="rotate(-90 20 20)" />;
}
