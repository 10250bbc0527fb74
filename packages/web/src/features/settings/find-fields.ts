type Searched = { key: string; label: string; attribute: string | null; aliases: readonly string[] };

/**
 * The fields with a text in their key, question, attribute or other names, without case; all for an empty text.
 *
 * @example findFields([{ key: 'age', label: 'How old?', attribute: null, aliases: [] }], 'OLD').length // 1
 */
export function findFields<Field extends Searched>(fields: readonly Field[], text: string): Field[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return [...fields];
  return fields.filter(({ key, label, attribute, aliases }) => [key, label, attribute ?? '', ...aliases].some((name) => name.toLocaleLowerCase().includes(wanted)));
}
