/**
 * 02:00 every night, and 03:00 for the nights on which 02:00 does not exist: a recurrence rule leaves out times that the
 * clocks skip. Who was synchronised at 02:00 has nothing to do at 03:00.
 */
export const NIGHTLY = toDailyRule(2, 0);

function toDailyRule(hour: number, minute: number): string {
  const hours = hour < 23 ? `${hour},${hour + 1}` : `${hour}`;
  return `FREQ=DAILY;BYHOUR=${hours};BYMINUTE=${minute};BYSECOND=0`;
}

const DAILY_CRON = /^(\d{1,2})\s+(\d{1,2})\s+\*\s+\*\s+\*$/;

/**
 * When the sync runs: nightly, or as `PERSONA_SYNC_CRON` says.
 *
 * A cron line that means "daily at a time" becomes a recurrence rule like `NIGHTLY`: as cron it would fire twice on the
 * night in which its hour comes twice. Other lines are kept as they are.
 *
 * @example toRecurrence('30 1 * * *') // 'FREQ=DAILY;BYHOUR=1,2;BYMINUTE=30;BYSECOND=0'
 */
export function toRecurrence(cron: string | null): string {
  if (cron === null) return NIGHTLY;
  const [, minute, hour] = DAILY_CRON.exec(cron.trim()) ?? [];
  if (minute === undefined || hour === undefined || Number(minute) > 59 || Number(hour) > 23) return cron.trim();
  return toDailyRule(Number(hour), Number(minute));
}

/** Whether the sync is to be done once a day: what was done today is then not done again. */
export function isDaily(recurrence: string): boolean {
  return recurrence.startsWith('FREQ=DAILY;');
}

/** @example describeRecurrence(NIGHTLY) // 'daily at 2:00 AM' */
export function describeRecurrence(recurrence: string): string {
  const [, hour, minute] = /^FREQ=DAILY;BYHOUR=(\d+)[,\d]*;BYMINUTE=(\d+);BYSECOND=0$/.exec(recurrence) ?? [];
  if (hour === undefined || minute === undefined) return `on "${recurrence}"`;
  const half = Number(hour) < 12 ? 'AM' : 'PM';
  return `daily at ${Number(hour) % 12 || 12}:${minute.padStart(2, '0')} ${half}`;
}
