const set = (words: string) => new Set(words.split(/\s+/));

/** Words that begin sentences and no names. */
export const FUNCTION_WORDS = set(
  `a an the this that these those some any all both each every no and or but nor so yet if when while as after before since until because although though in on at by for from with
  without to of into onto over under about above across against along amid among around behind below beneath beside between beyond despite down during except inside like near off
  out outside past per through throughout toward towards up upon via within he she it they we you i his her its their our your my who whom whose which what where why how there here
  is are was were be been being has have had do does did will would can could may might shall should must not also however meanwhile then than only just even still again once now
  today yesterday tomorrow other another such many most more few several one two three four five six seven eight nine ten hundreds thousands millions according following
  additionally nearby later earlier last next recently currently previously officials police back both either neither instead moreover including later early late mr mrs ms`,
);

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const CALENDAR = new Set([...MONTHS, ...WEEKDAYS, ...MONTHS.map((month) => `${month.slice(0, 3)}.`), 'sept.']);
/** Whether a word names a month or a weekday. */
export const isCalendarWord = (lower: string) => CALENDAR.has(lower);

/** Prepositions after which a name is where something is, comes from or goes to. */
export const PLACE_PREPOSITIONS = set(
  'in at near outside inside into across throughout around within from to of off toward towards through via over along beyond leaving',
);
/** Verb-like and other words right before a place: "visited Paris", "left Rome". */
export const PLACE_VERBS = set(
  'visit visits visited visiting leave leaves left leaving reach reached entering enter entered tour toured touring invade invaded fled flee struck hit strike',
);
/** Prepositions after which a country is more often its government. */
export const PARTY_PREPOSITIONS = set('with against by between among versus v vs');

export const DIRECTIONS = set(
  'north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern southwestern upper lower greater mainland downtown inner outer mid',
);
/** Nouns that end the name of a region. */
export const REGION_NOUNS = set(
  'county province prefecture governorate parish borough oblast canton voivodeship island islands peninsula valley highlands coast desert mountains hills plateau delta territory archipelago atoll reservation',
);
/** Nouns that end the name of a body of water. */
export const WATER_NOUNS = set(
  'river lake sea ocean bay strait gulf canal harbour harbor creek falls reservoir sound lagoon estuary channel',
);
/** Nouns that end the name of a site. */
export const SITE_NOUNS = set(
  `airport square park street avenue road boulevard highway bridge station stadium arena cathedral church mosque temple synagogue palace castle tower mall plaza hospital prison jail
  dam port beach forest zoo cemetery monastery abbey hotel base barracks camp volcano mountain racecourse circuit theatre theater museum gallery hall house center centre factory plant mine farm field embassy consulate
  garden gardens market pier terminal courthouse ground grounds clinic speedway campus lane corner hill heights village town`,
);
/** Site nouns that more often end the name of an organisation: they need a preposition of place before the name. */
export const DOUBTFUL_SITE_NOUNS = set(
  'house center centre hall museum gallery hospital hotel church theatre theater market plant factory farm field camp clinic port mine ground station village park town corner circuit base embassy consulate',
);
/** Words that begin the name of a natural feature. */
export const FEATURE_WORDS: Record<string, 'site' | 'water' | 'region'> = {
  mount: 'site',
  mt: 'site',
  'mt.': 'site',
  lake: 'water',
  fort: 'site',
  cape: 'region',
  camp: 'site',
  port: 'region',
  river: 'water',
};
/** What comes before "of" in the name of a feature: "Gulf of Aden". */
export const FEATURE_OF: Record<string, 'site' | 'water' | 'region'> = {
  gulf: 'water',
  strait: 'water',
  straits: 'water',
  bay: 'water',
  sea: 'water',
  isle: 'region',
  cape: 'region',
};
/** Lower-case nouns that say what the name after "of" is: "the city of Multan". */
export const PLACE_NOUNS = set(
  'city town village province state county region district island suburb suburbs port capital municipality neighborhood neighbourhood area borough prefecture republic outskirts north south east west coast hamlet commune settlement',
);

/** Titles before a name: what follows is a person. */
export const TITLES = set(
  `mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady president premier chancellor minister senator sen. sen rep. rep representative congressman congresswoman governor gov. gov mayor king queen prince princess
  pope bishop archbishop cardinal rabbi imam sheikh ayatollah general gen. gen colonel col. major maj. captain capt. lieutenant lt. sergeant sgt. judge justice professor prof. prof detective officer ambassador
  secretary spokesman spokeswoman spokesperson director chairman chairwoman chief commissioner coach chef actor actress singer author journalist activist lawyer attorney emperor deputy commander inspector superintendent mp`,
);

/** Verbs that governments do and that towns do not: after them a bare country or capital is who acts. */
export const SAYING = set(
  'said says say saying told tells announced announces claimed claims confirmed denied denies warned warns urged urges called calls stated states added agreed agrees accused accuses insisted argued condemned rejected demanded vowed pledged promised supports supported backs backed wants wanted signed hopes hoped believes declared ordered imposed invaded attacked threatened refused offered voted joined decided',
);

/** Capitalised words that stand after "in" and are no places. */
export const NO_PLACES = set(
  `congress parliament senate islam christianity judaism hinduism buddhism god jesus allah facebook twitter youtube google english spanish french latin arabic internet covid-19 ebola hiv aids bitcoin brexit
  ramadan christmas easter hanukkah lent section article chapter part phase game round wikinews wikipedia hell heaven health mission olympics nato microsoft apple amazon windows parliamentary earth mars venus`,
);
/** Nouns after a country or town that show that its public bodies or people are meant: "US troops". */
export const BODY_NOUNS = set(
  `government governments troops forces military army navy officials official authorities president governor mayor minister ministry secretary senator senate congress parliament legislature
  ambassador embassy administration police citizens citizen public people personnel soldiers diplomats diplomat delegation leaders leader lawmakers attorney prosecutors court team national
  dollars dollar general representative spokesman spokeswoman envoy negotiators side regime premier chancellor prime foreign defense defence vice supreme federal state director`,
);
/** Nouns for who leads or acts for a place: "the mayor of London" speaks of an office, not of where something is. */
export const OFFICES = set(
  'president minister mayor governor king queen emperor ambassador premier chancellor government parliament leader secretary congress senate head chief executive bishop archbishop critic attorney embassy people ministry army council',
);
