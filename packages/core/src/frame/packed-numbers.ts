/** Numbers in a page. A power of two. */
export const PAGE_SIZE = 64;
const PAGE_BITS = 6;
const PLACE_MASK = PAGE_SIZE - 1;

const STRAIGHT = 0;
const NEAR = 1;
const WIDE = 2;
const FAR = 3;
/** By kind: numbers of a page lie less than this from its base. */
const REACHES = [0, 2 ** 15 - 1, 2 ** 31 - 1, Number.POSITIVE_INFINITY] as const;
const PAGES_PER_CHUNK = 64;
const CHUNK_NUMBERS = PAGES_PER_CHUNK * PAGE_SIZE;

type Offsets = Uint16Array | Uint32Array | Float64Array;

/** By kind, the offsets of pages, 64 pages a chunk. 0 means that there is no number; others are larger by the reach. */
type Store = { reach: number; create: () => Offsets; chunks: Offsets[]; pageCount: number };

type Pages = { kinds: Uint8Array; bases: Float64Array; slots: Uint32Array };

function createPages(size: number): Pages {
  return { kinds: new Uint8Array(size), bases: new Float64Array(size), slots: new Uint32Array(size) };
}

function toLargerPages(pages: Pages): Pages {
  const larger = createPages(Math.ceil(pages.kinds.length * 1.1) + 16);
  larger.kinds.set(pages.kinds);
  larger.bases.set(pages.bases);
  larger.slots.set(pages.slots);
  return larger;
}

/**
 * A list of safe integers with holes that is small when neighbours are near each other: ids by row, rows by id.
 *
 * A page of 64 that counts up by one from its first place takes 13 bytes; one whose numbers lie within 32,767 of
 * its first takes two bytes a number, within two thousand million four, any other one eight. A page changes by itself
 * when a number asks for it.
 */
export class PackedNumbers {
  pageCount = 0;
  private pages = createPages(16);
  /** By kind; straight pages have no offsets. */
  private readonly stores: readonly Store[] = [
    { reach: REACHES[STRAIGHT], create: () => new Uint16Array(0), chunks: [], pageCount: 0 },
    { reach: REACHES[NEAR], create: () => new Uint16Array(CHUNK_NUMBERS), chunks: [], pageCount: 0 },
    { reach: REACHES[WIDE], create: () => new Uint32Array(CHUNK_NUMBERS), chunks: [], pageCount: 0 },
    // Offsets of numbers themselves: their base is 0.
    { reach: 0, create: () => new Float64Array(CHUNK_NUMBERS), chunks: [], pageCount: 0 },
  ];

  get byteCount(): number {
    let byteCount = 13 * this.pages.kinds.length;
    for (const { chunks } of this.stores) for (const chunk of chunks) byteCount += chunk.byteLength;
    return byteCount;
  }

  /** Adds an empty page and returns its number. */
  addPage(): number {
    if (this.pageCount === this.pages.kinds.length) this.pages = toLargerPages(this.pages);
    this.pageCount += 1;
    return this.pageCount - 1;
  }

  /** Adds a number behind the last one of a list that only ever grew by this. `index` is how many there are. */
  append(index: number, number: number): void {
    if (index % PAGE_SIZE === 0) this.addPage();
    this.set(index, number);
  }

  /** The number at an index; -1 when there is none. Numbers are 0 or more. */
  get(index: number): number {
    const page = Math.floor(index / PAGE_SIZE);
    if (page >= this.pageCount) return -1;
    const place = index & PLACE_MASK;
    const slot = this.pages.slots[page] as number;
    const base = this.pages.bases[page] as number;
    const kind = this.pages.kinds[page] as number;
    if (kind === STRAIGHT) return place < slot ? base + place : -1;
    const { reach, chunks } = this.stores[kind] as Store;
    const offset = chunks[Math.floor(slot / PAGES_PER_CHUNK)]?.[((slot % PAGES_PER_CHUNK) << PAGE_BITS) + place] ?? 0;
    return offset === 0 ? -1 : base + (offset - reach - 1);
  }

  /** Writes a number of 0 or more. The index must lie in a page that was added. */
  set(index: number, number: number): void {
    const page = Math.floor(index / PAGE_SIZE);
    if (page >= this.pageCount) throw new RangeError(`There is no page for index ${index}.`);
    const place = index & PLACE_MASK;
    const count = this.pages.slots[page] as number;
    const base = this.pages.bases[page] as number;
    if (this.pages.kinds[page] === STRAIGHT) {
      if (count === 0) this.pages.bases[page] = place === 0 ? number : number - place;
      if (count === 0 ? place === 0 : place === count && number === base + count) {
        this.pages.slots[page] = count + 1;
        return;
      }
    }
    const distance = Math.abs(number - (this.pages.bases[page] as number));
    let kind = Math.max(NEAR, this.pages.kinds[page] as number);
    while (kind !== FAR && distance >= (REACHES[kind] as number)) kind += 1;
    if (kind !== this.pages.kinds[page]) this.widen(page, kind);
    this.write(page, place, number);
  }

  private write(page: number, place: number, number: number): void {
    const slot = this.pages.slots[page] as number;
    const { reach, chunks } = this.stores[this.pages.kinds[page] as number] as Store;
    const chunk = chunks[Math.floor(slot / PAGES_PER_CHUNK)] as Offsets;
    chunk[((slot % PAGES_PER_CHUNK) << PAGE_BITS) + place] = number - (this.pages.bases[page] as number) + reach + 1;
  }

  /** Moves a page to another kind. Its old place is not used again: pages that change more than once are rare. */
  private widen(page: number, kind: number): void {
    const first = page * PAGE_SIZE;
    const numbers = Array.from({ length: PAGE_SIZE }, (_, place) => this.get(first + place));
    const store = this.stores[kind] as Store;
    if (store.pageCount % PAGES_PER_CHUNK === 0) store.chunks.push(store.create());
    this.pages.kinds[page] = kind;
    this.pages.slots[page] = store.pageCount;
    if (kind === FAR) this.pages.bases[page] = 0;
    store.pageCount += 1;
    numbers.forEach((number, place) => {
      if (number !== -1) this.write(page, place, number);
    });
  }
}
