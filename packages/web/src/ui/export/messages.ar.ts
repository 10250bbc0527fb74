import { formats } from '../formats.ts';
import type { Translation } from '../i18n/define-messages.ts';
import type { messages as english } from './messages.en.ts';

/** Words of exporting, in Arabic. */
export const messages: Translation<typeof english> = {
  menu: 'تصدير',
  picture: 'صورة (PNG)',
  pdf: 'صفحات (PDF، ‏A4)',
  csv: 'الأرقام (CSV)',
  excel: 'الأرقام (Excel)',
  evolutionCsv: 'يومًا بيوم (CSV)',
  evolutionExcel: 'يومًا بيوم (Excel)',
  persona: 'الشخصية (JSON)',
  tableCsv: 'تصدير CSV',
  tableExcel: 'تصدير Excel',
  preparing: 'جارٍ التصدير…',
  received: (bytes: number) => `جارٍ التصدير، ${formats.bytes(bytes)} حتى الآن`,
  stop: 'إيقاف',
  done: (name: string) => `الملف ${name} في مجلد التنزيلات.`,
  brokenOff: 'انقطع التصدير فلم يُحفظ أي ملف. لم يتغير شيء آخر. حاول مرة أخرى.',
  fileEdition: (edition: string) => `الإصدار ${edition}`,
  footer: (at: string, edition: string | null, n: string | null) =>
    [`حتى ${at}`, ...(edition === null ? [] : [`الإصدار ${edition}`]), ...(n === null ? [] : [`n = ${n}`])].join(' · '),
};
