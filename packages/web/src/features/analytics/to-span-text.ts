import { formats as browserFormats, type Formats } from '../../ui/formats.ts';
import { messages } from './messages.ts';

/** The days of a bar or point: one day with its weekday, else from and to. */
export function toSpanText({ firstDay, lastDay }: { firstDay: string; lastDay: string }, formats: Formats = browserFormats): string {
  return firstDay === lastDay ? formats.weekday(firstDay) : messages.verdict.days(formats.day(firstDay), formats.day(lastDay));
}
