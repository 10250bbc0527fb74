import type { ReactNode } from 'react';

/** Numbers with a sign, a percent or a range: kept left to right, or "58.2–61.7 %" turns round in a right-to-left page. */
export function Figure({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return (
    <bdi dir="ltr" className={className} style={{ fontVariantNumeric: 'tabular-nums' }}>
      {children}
    </bdi>
  );
}
