/** Verbs that report speech, in their plain form. */
const REGULAR =
  'accept acclaim accuse acknowledge add address admit advise advocate affirm agree allege announce answer appeal applaud apologise apologize argue ask assert assure assess attack attest attribute bemoan blame blast brief call caution characterise characterize chide cite claim clarify comment commend complain concede conclude condemn confess confide confirm congratulate contend continue convey counter credit criticise criticize declare decline decry defend demand denounce deny deride describe detail direct disclose discuss dismiss dispute disclaim downplay echo elaborate emphasise emphasize encourage endorse estimate exclaim exhort explain express find forecast give hail highlight hint hold identify imply indicate inform inquire insist instruct interview invite issue joke lament lash laud list maintain mention mock muse name note notify object observe offer opine oppose order outline pledge plead point portray post praise predict press proclaim promise pronounce propose protest publish question quip quote rail react read reaffirm reason reassure rebuff rebut recall recommend reckon recount refer refuse refute reiterate reject relate release remark remind reply report repeat request respond restate retort reveal rule shout show signal slam speculate state stipulate stress suggest summarise summarize swear talk tease term testify thank threaten thunder tout translate tweet underline underscore urge vent venture vouch vow warn welcome whisper wonder worry';
const IRREGULAR =
  'say says said saying tell tells told telling write writes wrote written writing speak speaks spoke spoken speaking think thinks thought thinking give gives gave given giving hold holds held holding find finds found finding swear swears swore sworn read reads reading put puts putting go goes went make makes made making';

/** Writes the forms of a regular verb: "deny denies denied denying". */
function formsOf(verb: string): string[] {
  const stem = verb.replace(/e$/, '');
  if (/[^aeiou]y$/.test(verb)) {
    const short = verb.slice(0, -1);
    return [verb, `${short}ies`, `${short}ied`, `${verb}ing`];
  }
  const doubled =
    /^(?:admit|refer|rebut|slam|quip|rebuff)$/.test(verb) && /[tprm]$/.test(verb) ? verb + verb.at(-1) : stem;
  const third = /(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [verb, third, `${doubled}ed`, `${doubled}ing`];
}

/** The forms of verbs that report speech, in small letters. */
export const SPEECH_FORMS: ReadonlySet<string> = new Set([
  ...REGULAR.split(' ').flatMap(formsOf),
  ...IRREGULAR.split(' '),
]);
