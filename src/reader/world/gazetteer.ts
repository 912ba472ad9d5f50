import made from './gazetteer.json';

export type SpotKind = 'country' | 'region' | 'city' | 'site' | 'water';
export type LonLatPoint = readonly [lon: number, lat: number];

/** A place that the gazetteer knows. `size` is twice the decimal logarithm of its people, 15 for a capital. */
export type GazetteerSpot = {
  name: string;
  kind: SpotKind;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** ISO 3166-2 of a region, or of the region that a city is in. */
  code: string | null;
  point: LonLatPoint | null;
  size: number;
  /** Whether the name is as often a word, a first name or a surname. */
  weak: boolean;
};

/** A country with the words for its people: "Swede", "Swedish"; and the names that stand for its government. */
export type Country = { spot: GazetteerSpot; names: string[]; peoples: string[]; capital: string };

/** The signs that coordinates are written in, in order: printable ASCII without quotation mark, backslash and bar. */
export const COORDINATE_SIGNS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((sign) => !'"\\|'.includes(sign))
  .join('');

const CAPITAL = 15;
const COUNTRY_SIZE = 17;
const AREA_SIZE = 14;
const REGION_SIZE = 13;

/** Folds a name for look-up: no accents, one apostrophe, lower case. */
export function fold(name: string): string {
  let plain = true;
  for (let i = 0; plain && i < name.length; i++) plain = name.charCodeAt(i) < 128;
  const bare = plain
    ? name
    : name
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[’‘`]/g, "'")
        .replace(/ı/g, 'i')
        .replace(/ø/gi, 'o')
        .replace(/ł/gi, 'l');
  return bare.toLowerCase();
}

const weakNames = new Set(made.weak.split(/\s+/).map(fold));
const numbers = (text: string) => text.split(' ').map(Number);
const pointOf = (text: string): LonLatPoint | null => {
  const [lon, lat] = numbers(text);
  return text === '' || lon === undefined || lat === undefined ? null : [lon, lat];
};

/** All spots by their folded names; the most people first. */
export const spotsByName = new Map<string, GazetteerSpot[]>();
/** The longest name, in characters, by the first word of names of several words. */
export const longestByWord = new Map<string, number>();
/** Names that are capitals throughout, such as "US": they are places only when written so. */
export const capitalsOnly = new Set<string>();
export const countries = new Map<string, Country>();
/** Countries by the folded words for their people, in the singular and plural. */
export const countryByPeople = new Map<string, string>();
/** The country of the people that a word or two name at a token: "Turkish", "North Korean"; `length` in tokens. */
export function peopleAt(
  tokens: readonly { lower: string; text: string }[],
  i: number,
): { country: string; length: number } | null {
  const [first, second] = [tokens[i], tokens[i + 1]];
  if (!first || !/^\p{Lu}/u.test(first.text)) return null;
  const two = second ? countryByPeople.get(`${first.lower} ${second.lower}`) : undefined;
  if (two) return { country: two, length: 2 };
  const one = countryByPeople.get(first.lower);
  return one ? { country: one, length: 1 } : null;
}

/** Countries by the folded name of their capital. */
export const countryByCapital = new Map<string, string>();
/** Regions by ISO 3166-2. */
const regionByCode = new Map<string, GazetteerSpot>();

function add(name: string, spot: GazetteerSpot): void {
  const key = fold(name);
  const spots = spotsByName.get(key);
  if (!spots) spotsByName.set(key, [spot]);
  else if (!spots.includes(spot)) spots.push(spot);
  if (/^[A-Z.]+$/.test(name)) capitalsOnly.add(key);
  const first = /^[^\s,-]+/.exec(key)?.[0] ?? key;
  longestByWord.set(first, Math.max(longestByWord.get(first) ?? 0, key.length));
}

function readCountry(line: string): void {
  const [code = '', name = '', others = '', peoples = '', capital = '', point = ''] = line.split('|');
  const spot: GazetteerSpot = {
    name,
    kind: 'country',
    country: code,
    code: null,
    point: pointOf(point),
    size: COUNTRY_SIZE,
    weak: false,
  };
  const names = [name, ...others.split(',').filter((other) => other !== '')];
  const list = peoples.split(',').filter((one) => one !== '');
  countries.set(code, { spot, names, peoples: list, capital });
  for (const one of names) add(one, spot);
  for (const one of list) {
    countryByPeople.set(fold(one), code);
    if (!/(?:s|sh|ch|ese)$/.test(one))
      countryByPeople.set(fold(`${one.replace(/man$/, 'men')}s`.replace(/mens$/, 'men')), code);
  }
  if (capital !== '') countryByCapital.set(fold(capital), code);
}

function readArea(line: string): void {
  const [kind = '', country = '', code = '', point = '', name = '', others = ''] = line.split('|');
  const spot: GazetteerSpot = {
    name,
    kind: kind as SpotKind,
    country: country === '-' ? null : country,
    code: code === '-' ? null : code,
    point: pointOf(point),
    size: AREA_SIZE,
    weak: weakNames.has(fold(name)),
  };
  if (spot.code) regionByCode.set(spot.code, spot);
  for (const one of [name, ...others.split(',').filter((other) => other !== '')]) add(one, spot);
}

function readRegion(block: string): void {
  const [head = '', ...cities] = block.split('\n');
  const [country = '', name = '', rest = '', corner = '', point = ''] = head.split('|');
  const code = rest === '' ? null : `${country}-${rest}`;
  const [west = 0, south = 0, step = 1] = numbers(corner);
  if (name !== '' && !(code && regionByCode.has(code))) {
    const spot: GazetteerSpot = {
      name,
      kind: 'region',
      country,
      code,
      point: pointOf(point),
      size: country === 'US' ? AREA_SIZE : REGION_SIZE,
      weak: country !== 'US' && weakNames.has(fold(name)),
    };
    if (code) regionByCode.set(code, spot);
    add(name, spot);
  }
  for (const line of cities) {
    const [x = '', y = '', size = '0'] = line.slice(-3);
    const city = line.slice(0, -3);
    const at = (low: number, sign: string) => Math.round(low + COORDINATE_SIGNS.indexOf(sign) * step) / 10;
    add(city, {
      name: city,
      kind: 'city',
      country,
      code,
      point: [at(west, x), at(south, y)],
      size: Number.parseInt(size, 16),
      weak: size !== 'f' && weakNames.has(fold(city)),
    });
  }
}

function readAlias(line: string): void {
  const [country, name = '', others = ''] = line.split('|');
  for (const spot of spotsByName.get(fold(name)) ?? [])
    if (spot.country === country) {
      for (const other of others.split(',')) add(other, spot);
      if (spot.size === CAPITAL)
        for (const other of others.split(',')) countryByCapital.set(fold(other), spot.country ?? '');
    }
}

for (const line of made.countries) readCountry(line);
for (const line of made.areas) readArea(line);
for (const block of made.regions) readRegion(block);
for (const line of made.aliases) readAlias(line);
for (const spots of spotsByName.values()) spots.sort((a, b) => b.size - a.size);

/** The attribution that whoever shows or ships the gazetteer has to give. */
export const GAZETTEER_ATTRIBUTION: string = made.attribution;
