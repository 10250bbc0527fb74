import { type Dictionary, resolveField } from '../answers/dictionary.ts';
import type { ResponseData } from '../answers/find-answer.ts';
import { foldText } from '../answers/fold-text.ts';
import { AttributeSlot } from './attribute-slot.ts';

type Destination = { slot: AttributeSlot; rank: number };

/** Raw keys that are remembered. Surveys have hundreds; the limit is for input that invents keys without end. */
const MOST_KNOWN_KEYS = 10_000;

/**
 * Reads the attributes that rules ask for out of one response after the other.
 *
 * Ask for the slots first (`slotFor`), then `read` a response: each slot then holds its attribute's answer. Keys
 * are folded once and remembered.
 */
export class ResponseReader {
  private readonly dictionary: Dictionary;
  private readonly slots: AttributeSlot[] = [];
  private readonly byName = new Map<string, Destination>();
  private readonly byKey = new Map<string, Destination | null>();

  constructor(dictionary: Dictionary) {
    this.dictionary = dictionary;
  }

  /** The slot of an attribute; all spellings that the dictionary unites share one. */
  slotFor(attribute: string): AttributeSlot {
    const field = resolveField(this.dictionary, attribute);
    const known = this.byName.get(field.names[0]);
    if (known !== undefined) return known.slot;
    const slot = new AttributeSlot(field);
    this.slots.push(slot);
    field.names.forEach((name, rank) => this.byName.set(name, { slot, rank }));
    this.byKey.clear();
    return slot;
  }

  /** Fills every slot from a response. */
  read(responseData: ResponseData): void {
    for (const slot of this.slots) slot.clear();
    for (const key of Object.keys(responseData)) {
      const destination = this.findDestination(key);
      destination?.slot.offer(destination.rank, key, responseData[key]);
    }
    for (const slot of this.slots) slot.settle();
  }

  private findDestination(key: string): Destination | null {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    if (this.byKey.size >= MOST_KNOWN_KEYS) this.byKey.clear();
    const destination = this.byName.get(foldText(key)) ?? null;
    this.byKey.set(key, destination);
    return destination;
  }
}
