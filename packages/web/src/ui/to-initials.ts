/**
 * One or two letters that stand for a persona: of the first and the last word of its name.
 *
 * Words that begin with neither letter nor digit are passed over; a name without any gives "?". Letters beyond ASCII are
 * kept whole.
 *
 * @example toInitials('Olivia, operations manager') // 'OM'
 */
export function toInitials(name: string): string {
  const firsts = name.split(/\s+/u).flatMap((word) => word.match(/^[\p{L}\p{N}]\p{M}*/u)?.[0] ?? []);
  const [first, last] = [firsts.at(0), firsts.length > 1 ? firsts.at(-1) : ''];
  return first === undefined ? '?' : `${first}${last ?? ''}`.toLocaleUpperCase();
}
