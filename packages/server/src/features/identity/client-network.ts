import net from 'node:net';

/**
 * The network an address belongs to, as attempts are counted: an IPv4 address by itself, an IPv6 address by its first
 * 64 bits, because one household has all the rest of them.
 *
 * An IPv4 address written inside an IPv6 one (`::ffff:192.0.2.7`) is that IPv4 address. Text that is no address is
 * answered as it is, so that it is still counted somewhere.
 *
 * @example clientNetwork('2001:db8:1:2:3:4:5:6') // '2001:db8:1:2::/64'
 */
export function clientNetwork(address: string): string {
  const bare = address.split('%')[0] ?? address;
  const embedded = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (embedded !== undefined) return embedded;
  if (!net.isIPv6(bare)) return address;
  const [head = '', tail] = bare.toLowerCase().split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  // A dotted tail counts for two groups.
  const known = before.length + after.length + (bare.includes('.') ? 1 : 0);
  const missing = tail === undefined ? [] : Array<string>(Math.max(0, 8 - known)).fill('0');
  const groups = [...before, ...missing, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
