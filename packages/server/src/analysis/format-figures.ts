import type { MetricReport, ReportInterval, ShareReport } from '@likeness/core';

/** A figure nobody can give: no answers, no respondents, no rules. */
export const NO_FIGURE = '–';

/** @example formatCount(3062) // '3,062' */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/**
 * A number with exactly so many decimals, a true minus and thousands commas; a dash when null.
 *
 * @example formatNumber(-1234.5, 2) // '−1,234.50'
 */
export function formatNumber(value: number | null, decimals: number): string {
  if (value === null) return NO_FIGURE;
  const text = value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return text.replace('-', '−');
}

/** @example formatPercent(59.99) // '60.0 %' */
export function formatPercent(percentage: number | null): string {
  return percentage === null ? NO_FIGURE : `${formatNumber(percentage, 1)} %`;
}

/** An interval of percentages; empty when null. @example formatPercentInterval([58.24, 61.71]) // '58.2–61.7 %' */
export function formatPercentInterval(interval: ReportInterval | null): string {
  return interval === null ? '' : `${formatNumber(interval[0], 1)}–${formatNumber(interval[1], 1)} %`;
}

/**
 * A share of a whole in percent; a dash when the whole is nothing. Rounded once, from the counts: reports carry two
 * decimals, and rounding those again would show 54.545 % as 54.6 %.
 *
 * @example formatShareOf(120, 220) // '54.5 %'
 */
export function formatShareOf(count: number, whole: number): string {
  return formatPercent(whole === 0 ? null : (100 * count) / whole);
}

/** @example formatSigned(75.49) // '+75.5' */
function formatSigned(value: number | null): string {
  return value !== null && value > 0 ? `+${formatNumber(value, 1)}` : formatNumber(value, 1);
}

/** A metric in words: its figure, its interval (empty when there is none), and what stands behind it. */
export type MetricWords = { figure: string; interval: string; answered: string; detail: string };

/**
 * How is this metric written? An NPS with its sign, a mean with two decimals, a share in percent.
 *
 * @example toMetricWords(report) // { figure: '+75.5', interval: '+73.1 to +77.9', answered: '1,824 of 1,837', detail: '1,435 promoters, ...' }
 */
export function toMetricWords(metric: MetricReport): MetricWords {
  const answered = `${formatCount(metric.answered)} of ${formatCount(metric.responses)}`;
  const rejected = metric.rejected === 0 ? [] : [`${formatCount(metric.rejected)} not usable`];
  if ('nps' in metric) {
    const { interval, promoters, passives, detractors } = metric;
    const nps = metric.nps === null ? null : (100 * (promoters - detractors)) / metric.answered;
    const detail = [`${formatCount(promoters)} promoters`, `${formatCount(passives)} passives`, `${formatCount(detractors)} detractors`, ...rejected];
    return { figure: formatSigned(nps), interval: interval === null ? '' : `${formatSigned(interval[0])} to ${formatSigned(interval[1])}`, answered, detail: detail.join(', ') };
  }
  if ('mean' in metric) {
    const { mean, interval } = metric;
    return { figure: formatNumber(mean, 2), interval: interval === null ? '' : `${formatNumber(interval[0], 2)} to ${formatNumber(interval[1], 2)}`, answered, detail: rejected.join(', ') };
  }
  const { interval, count } = metric;
  return { figure: formatShareOf(count, metric.answered), interval: formatPercentInterval(interval), answered, detail: [`${formatCount(count)} gave it`, ...rejected].join(', ') };
}

/** The three shares of a persona that always stand together, by the words they go under. */
export function listShares(persona: { coverage: ShareReport; strong_coverage: ShareReport; prevalence: ShareReport }): { label: string; share: ShareReport }[] {
  return [
    { label: 'Coverage', share: persona.coverage },
    { label: 'Strong coverage', share: persona.strong_coverage },
    { label: 'Every rule', share: persona.prevalence },
  ];
}
