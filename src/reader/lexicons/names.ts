const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Pronouns for nobody in particular: with a capital they only begin a sentence. */
export const INDEFINITE = set(
  `nobody nothing none neither everybody everyone everything somebody someone something anybody anyone anything either both each all most many few several some others
  another much more less whoever whatever whichever`,
);

const OCCUPATIONS = set(
  `farmer fisherman fishmonger baker butcher greengrocer grocer shopkeeper shopper nurse teacher student pupil firefighter paramedic midwife surgeon dentist vet pensioner plumber
  electrician carpenter joiner builder bricklayer miner welder mechanic priest vicar nun monk tailor barber hairdresser waiter waitress barista florist tourist commuter passenger voter
  retiree veteran campaigner organiser organizer neighbour neighbor resident eyewitness bystander survivor skipper coxswain analyst trader broker banker dealer architect designer artist
  painter sculptor musician drummer guitarist novelist poet playwright comedian dancer choreographer conductor composer filmmaker photographer blogger vlogger philosopher sociologist
  mathematician statistician physician veterinarian politician librarian technician electrician magician beautician lecturer researcher surveyor translator interpreter negotiator mediator
  protester protestor demonstrator striker trucker cabbie taxi-driver motorist cyclist jockey swimmer runner sprinter boxer wrestler golfer cricketer footballer referee umpire linesman
  postman postwoman policeman policewoman fireman councillor councilor caretaker gardener landlord landlady tenant beekeeper gamekeeper zookeeper goalkeeper defender midfielder forward
  entrepreneur businessman businesswoman industrialist consultant adviser advisor strategist pollster publicist barrister magistrate coroner juror clerk bailiff`,
);
const OCCUPATION =
  /(?:olog|econom|journal|chem|art|activ|cycl|novel|pian|physic|geneti[cs]|botan|zoolog|strateg)ist$|(?:keeper|maker|owner|holder|worker|fighter|dresser|smith|monger|grower|breeder|builder|writer|singer|driver)$|ographer$|onomer$/;

/** Tells whether a word says what a person does: before a full name it is no part of it. Plurals count where asked for. */
export function isOccupation(lower: string, plural = false): boolean {
  const one = plural ? lower.replace(/s$/, '').replace(/([a-z])men$/, '$1man') : lower;
  return OCCUPATIONS.has(one) || (one.length > 6 && OCCUPATION.test(one));
}

/** What the first of two fields of a body is, before "and": "Fire and Rescue Service", "Health and Safety Executive". */
const FIELDS = set(
  `fire health safety food drug drugs trade industry environment energy science culture media sport sports housing transport transportation law justice education labour labor work pensions search rescue arts oil gas water
  coal fish fisheries wildlife parks parking roads agriculture forestry customs immigration revenue radio research technology development finance business defence defense security planning prevention control foreign
  weights human social family children youth women planning mines minerals ports harbour harbor rail railway road aviation space oceanic marine maritime medicine medicines healthcare disease engineering arms
  alcohol tobacco firearms monuments museums libraries consumer competition markets securities equality employment skills economic legal electoral community communities tourism travel communications information
  police prison prisons probation standards population refugee refugees emergency ambulance nuclear chemical hospitality`,
);

/** Endings of names of bodies with two fields. */
const ENDINGS = set(
  `service services authority agency administration department ministry executive commission committee council board office bureau association institute centre center union federation society organisation organization
  group company trust college university school partnership directorate corporation foundation secretariat inspectorate regulator police tribunal court fund bank forum alliance network museum league club party`,
);

/** Firms and bodies of one word that speak in the news; a bare name that is none of these is taken for a surname. */
const KNOWN_BODIES = set(
  `google apple amazon microsoft facebook meta twitter youtube instagram netflix spotify uber lyft tesla boeing airbus toyota honda nissan volkswagen ford chrysler renault siemens sony
  samsung huawei nokia intel nvidia oracle adobe paypal ebay alibaba tencent baidu xiaomi pfizer moderna astrazeneca novartis bayer nestle unilever walmart tesco ikea starbucks mcdonald
  gazprom rosneft petrobras shell chevron exxonmobil aramco airbnb spacex wikileaks wikipedia wikimedia greenpeace amnesty unicef unesco oxfam interpol europol eurostat hamas hezbollah
  taliban fatah likud nintendo sega ubisoft valve blizzard citigroup barclays hsbc unicredit bloomberg reuters xinhua interfax ryanair lufthansa qantas emirates eurostar kremlin pentagon
  sinovac gavi frontex eurocontrol nasdaq congress parliament senate downing whitehall knesset bundestag duma labour`,
);

/** Tells whether a bare name is known as one of a firm or body. */
export const isKnownBody = (lower: string): boolean =>
  KNOWN_BODIES.has(lower) || /(?:soft|corp|tech|bank|air|tel|gas|oil|press|net)$/.test(lower);

type Word = { lower: string; text: string };

/**
 * Tells whether "and" at a token joins the two fields of one body's name: a field stands before it, and capitalised words up to the word for the body
 * behind it.
 */
export function joinsFields(tokens: readonly Word[], at: number, limit: number): boolean {
  if (!/^(?:and|&)$/.test(tokens[at]?.lower ?? '') || !FIELDS.has(tokens[at - 1]?.lower ?? '')) return false;
  for (let i = at + 1; i < Math.min(limit, at + 5); i++) {
    const word = tokens[i];
    if (!word || !/^\p{Lu}/u.test(word.text)) return false;
    if (ENDINGS.has(word.lower) && i > at + 1) return true;
  }
  return false;
}
