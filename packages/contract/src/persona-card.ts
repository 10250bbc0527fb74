import { z } from 'zod';
import { JsonObject, JsonValue, shortText } from './common.ts';

/** Largest picture of a card, as the characters of its data URL: about 150 kB of picture. */
const LARGEST_PICTURE = 200_000;
/** Photos are shown small everywhere, and lists of personas carry them. */
const LARGEST_PHOTO = 60_000;

/**
 * A picture as a data URL of a bitmap. It is part of the card, so that undo, copies, exports and backups hold it without a
 * second store. No SVG: that can carry scripts. Pages make pictures smaller before they send them.
 */
function picture(longest: number) {
  return z
    .string()
    .max(longest, `must be at most ${longest} characters: make the picture smaller`)
    .regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/, 'must be a data URL of a PNG, JPEG or WebP picture');
}

const PartId = z
  .string()
  .regex(/^[\w-]{1,40}$/, 'must be 1 to 40 letters, digits, - or _')
  .meta({ description: 'Unique within the card; chosen by the caller, kept for life' });

const Evidence = z
  .object({ attribute: shortText(200).min(1), is: JsonObject.meta({ description: 'A test of the rule language' }) })
  .strict()
  .nullable()
  .meta({ description: 'What the data are asked to check it (POST /evidence); null: not checked' });

const CardClaim = z
  .object({ id: PartId, text: shortText(500), claim: Evidence })
  .strict()
  .meta({ id: 'CardClaim', description: 'One statement about the people behind a persona' });

const CardQuote = z
  .object({ id: PartId, text: shortText(1000), source: shortText(200).meta({ description: 'Who said it; may be empty' }) })
  .strict()
  .meta({ id: 'CardQuote' });

const place = {
  id: PartId,
  title: shortText(120).meta({ description: 'Empty: the usual name of its kind' }),
  column: z.union([z.literal(1), z.literal(2)]).meta({ description: 'Where it stands on a wide page; on a narrow one column 2 follows column 1' }),
};

const CardSection = z
  .discriminatedUnion('kind', [
    z.object({
      ...place,
      kind: z.enum(['identity', 'goals', 'frustrations', 'motivations', 'demographics', 'channels']),
      claims: z.array(CardClaim).max(50),
    }).strict(),
    z.object({ ...place, kind: z.literal('quotes'), quotes: z.array(CardQuote).max(50) }).strict(),
    z.object({ ...place, kind: z.literal('charts'), attribute: shortText(200).meta({ description: 'Whose answers it draws; empty: none chosen yet' }) }).strict(),
    z.object({ ...place, kind: z.literal('text'), text: shortText(10_000) }).strict(),
    z.object({ ...place, kind: z.literal('image'), src: picture(LARGEST_PICTURE).nullable(), alt: shortText(300) }).strict(),
  ])
  .meta({ id: 'CardSection' });

/** What people read about a persona. Other programs may keep names of their own beside `photo` and `sections`. */
export const PersonaCard = z
  .object({
    photo: picture(LARGEST_PHOTO).nullable().exactOptional(),
    sections: z.array(CardSection).max(40).exactOptional().meta({ description: 'In the order in which they stand in their column' }),
  })
  .catchall(JsonValue)
  .meta({ id: 'PersonaCard', description: 'What people read: sections in order, each with its kind and content' });
