import { isIP } from 'node:net';

/** Kinds of data that name a person and need care. */
export type PersonalData = 'e-mail' | 'ip address' | 'phone' | 'name' | 'location';

const BY_NAME: [PersonalData, RegExp][] = [
  ['ip address', /\bip[\s_-]*(?:address|adresse)?\b|^ipaddress$/i],
  ['e-mail', /e-?mail|correo electr/i],
  ['phone', /\b(?:tele)?phone(?: number)?\b|\bmobile number\b|\btelefon|\bteléfono/i],
  ['name', /\b(?:first|last|full|sur|family|your)[\s_-]*name\b|recipient(?:first|last)name|^name$|\b(?:vor|nach)name\b|\bapellido/i],
  ['location', /\b(?:lat|lon|long)itude\b|locationl(?:at|ong)itude|\bgps\b|\bgeolocation\b|street address|postal address|breitengrad|längengrad/i],
];

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const PHONE = /^\+?[\d\s().-]{9,20}$/;

/**
 * Does this column hold personal data? Judged by its answers for e-mail and IP addresses and phone
 * numbers (nine in ten, and a sign besides digits), and by its names for the rest, also when empty.
 * `names` are all spellings of the column's name. null: nothing recognised, which is no proof of absence.
 */
export function recognisePersonalData(names: readonly string[], values: readonly string[]): PersonalData | null {
  const shown = values.slice(0, 200);
  const most = (test: (value: string) => boolean): boolean => shown.length > 0 && shown.filter(test).length >= shown.length * 0.9;
  if (most((value) => EMAIL.test(value))) return 'e-mail';
  if (most((value) => isIP(value) !== 0)) return 'ip address';
  if (most((value) => PHONE.test(value) && /[+()\s]/.test(value) && value.replace(/\D/g, '').length >= 9)) return 'phone';
  // "Which e-mail client do you use?" asks about e-mail, not for it.
  const short = names.filter((name) => name.length <= 40 && (!name.includes('?') || /\byour\b/i.test(name)));
  return BY_NAME.find(([, pattern]) => short.some((name) => pattern.test(name)))?.[0] ?? null;
}
