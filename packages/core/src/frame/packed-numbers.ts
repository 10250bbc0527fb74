/** Numbers in a page. A power of two. */
export const PAGE_SIZE = 64;
const PAGE_BITS = 6;
const PLACE_MASK = PAGE_SIZE - 1;

const STRAIGHT = 0;
const NEAR = 1;
const FAR = 2;
/** Numbers of a near page lie less than this from its base; offset 0 means that there is none. */
const REACH = 32_767;
const PAGES_PER_CHUNK = 64;

type Pages = { kinds: Uint8Array; bases: Float64Array; slots: Uint32Array };

function createPages(size: number): Pages {
  return { kinds: new Uint8Array(size), bases: new Float64Array(size), slots: new Uint32Array(size) };
}

function toLargerPages(pages: Pages): Pages {
  const larger = createPages(Math.ceil(pages.kinds.length * 1.25));
  larger.kinds.set(pages.kinds);
  larger.bases.set(pages.bases);
  larger.slots.set(pages.slots);
  return larger;
}

/**
 * A list of safe integers with holes that is small when neighbours are near each other: ids by row, rows by id.
 *
 * A page of 64 that counts up by one from its first place takes 13 bytes; one whose numbers lie within 32,767 of
 * its first takes two bytes a number, any other one eight. A page changes by itself when a number asks for it.
 */
export class PackedNumbers {
  pageCount = 0;
  private pages = createPages(16);
  private readonly near: Uint16Array[] = [];
  private readonly far: Float64Array[] = [];
  private nearCount = 0;
  private farCount = 0;

  get byteCount(): number {
    return 13 * this.pages.kinds.length + PAGES_PER_CHUNK * PAGE_SIZE * (2 * this.near.length + 8 * this.far.length);
  }

  /** Adds an empty page and returns its number. */
  addPage(): number {
    if (this.pageCount === this.pages.kinds.length) this.pages = toLargerPages(this.pages);
    this.pageCount += 1;
    return this.pageCount - 1;
  }

  /** The number at an index; -1 when there is none. Numbers are 0 or more. */
  get(index: number): number {
    const page = Math.floor(index / PAGE_SIZE);
    if (page >= this.pageCount) return -1;
    const place = index & PLACE_MASK;
    const slot = this.pages.slots[page] as number;
    const base = this.pages.bases[page] as number;
    const kind = this.pages.kinds[page];
    if (kind === STRAIGHT) return place < slot ? base + place : -1;
    const at = ((slot % PAGES_PER_CHUNK) << PAGE_BITS) + place;
    const chunk = Math.floor(slot / PAGES_PER_CHUNK);
    if (kind === FAR) return (this.far[chunk]?.[at] ?? 0) - 1;
    const offset = this.near[chunk]?.[at] ?? 0;
    return offset === 0 ? -1 : base + (offset - REACH - 1);
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
      this.bend(page);
    }
    if (this.pages.kinds[page] === NEAR && Math.abs(number - (this.pages.bases[page] as number)) >= REACH) this.spread(page);
    this.write(page, place, number);
  }

  private write(page: number, place: number, number: number): void {
    const slot = this.pages.slots[page] as number;
    const at = ((slot % PAGES_PER_CHUNK) << PAGE_BITS) + place;
    const chunk = Math.floor(slot / PAGES_PER_CHUNK);
    if (this.pages.kinds[page] === NEAR) {
      (this.near[chunk] as Uint16Array)[at] = number - (this.pages.bases[page] as number) + REACH + 1;
    } else {
      // One more than the number, so that a fresh page of zeros is empty.
      (this.far[chunk] as Float64Array)[at] = number + 1;
    }
  }

  /** Straight to near. */
  private bend(page: number): void {
    const count = this.pages.slots[page] as number;
    const base = this.pages.bases[page] as number;
    if (this.nearCount % PAGES_PER_CHUNK === 0) this.near.push(new Uint16Array(PAGES_PER_CHUNK * PAGE_SIZE));
    this.pages.kinds[page] = NEAR;
    this.pages.slots[page] = this.nearCount;
    this.nearCount += 1;
    for (let place = 0; place < count; place += 1) this.write(page, place, base + place);
  }

  /** Near to far. The page of near numbers is not used again: pages that change twice are rare. */
  private spread(page: number): void {
    const first = page * PAGE_SIZE;
    const numbers = Array.from({ length: PAGE_SIZE }, (_, place) => this.get(first + place));
    if (this.farCount % PAGES_PER_CHUNK === 0) this.far.push(new Float64Array(PAGES_PER_CHUNK * PAGE_SIZE));
    this.pages.kinds[page] = FAR;
    this.pages.slots[page] = this.farCount;
    this.farCount += 1;
    numbers.forEach((number, place) => {
      if (number !== -1) this.write(page, place, number);
    });
  }
}
