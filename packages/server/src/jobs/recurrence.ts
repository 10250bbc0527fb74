/** 02:00 every night, as a rule that fires once on the nights when clocks change too. */
export const NIGHTLY = 'FREQ=DAILY;BYHOUR=2;BYMINUTE=0;BYSECOND=0';

const DAILY_CRON = /^(\d{1,2})\s+(\d{1,2})\s+\*\s+\*\s+\*$/;

/**
 * When the sync runs: nightly, or as `PERSONA_SYNC_CRON` says.
 *
 * A cron line that means "daily at a time" becomes a recurrence rule: as cron it would fire twice on the night in which
 * its hour comes twice. Other lines are kept as they are.
 *
 * @example toRecurrence('30 1 * * *') // 'FREQ=DAILY;BYHOUR=1;BYMINUTE=30;BYSECOND=0'
 */
export function toRecurrence(cron: string | null): string {
  if (cron === null) return NIGHTLY;
  const [, minute, hour] = DAILY_CRON.exec(cron.trim()) ?? [];
  if (minute === undefined || hour === undefined || Number(minute) > 59 || Number(hour) > 23) return cron.trim();
  return `FREQ=DAILY;BYHOUR=${Number(hour)};BYMINUTE=${Number(minute)};BYSECOND=0`;
}

/** @example describeRecurrence(NIGHTLY) // 'daily at 2:00 AM' */
export function describeRecurrence(recurrence: string): string {
  const [, hour, minute] = /^FREQ=DAILY;BYHOUR=(\d+);BYMINUTE=(\d+);BYSECOND=0$/.exec(recurrence) ?? [];
  if (hour === undefined || minute === undefined) return `on "${recurrence}"`;
  const half = Number(hour) < 12 ? 'AM' : 'PM';
  return `daily at ${Number(hour) % 12 || 12}:${minute.padStart(2, '0')} ${half}`;
}
