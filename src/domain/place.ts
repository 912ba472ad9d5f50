import * as v from 'valibot';
import { MarkSchema } from './mark.ts';
import { NameListSchema, NameSchema, SlugSchema } from './slug.ts';

export const PLACE_KINDS = ['city', 'region', 'country', 'site'] as const;

const Longitude = v.pipe(
  v.number(),
  v.minValue(-180, 'a longitude from -180 to 180'),
  v.maxValue(180, 'a longitude from -180 to 180'),
);
const Latitude = v.pipe(
  v.number(),
  v.minValue(-90, 'a latitude from -90 to 90'),
  v.maxValue(90, 'a latitude from -90 to 90'),
);

export const PlaceSchema = v.strictObject({
  id: SlugSchema,
  name: NameSchema,
  aliases: NameListSchema,
  kind: v.picklist(PLACE_KINDS),
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'an ISO 3166-1 alpha-2 code such as "SE"')),
  code: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'an ISO 3166-2 code such as "US-HI"'))),
  point: v.nullable(v.strictTuple([Longitude, Latitude])),
  area: v.nullable(
    v.pipe(v.string(), v.regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/, 'a key of the base map such as "US-HI"')),
  ),
  mark: MarkSchema,
});
/** A place. `point` is longitude first; `area` is a key into the bundled base map. Both are reference data, not coverage. */
export type Place = v.InferOutput<typeof PlaceSchema>;
