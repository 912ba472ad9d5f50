import type { Finding } from './article.ts';

/** Short words that are frequent in a language; the ones that several share count for each. */
const FUNCTION_WORDS: Record<string, string> = {
  en: 'the of and to in a is that for it on was with as by at from his he be has have had are were this which its said not but they their who will would or an been',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über',
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son mais comme ont été aux cette ou être leur',
  es: 'de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay',
  pt: 'de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito nos já está também só pelo pela',
  it: 'di e il la che in un a per è una del con non sono le si da della i al dei ha come più gli alla ma nel anche lo delle ai se questo suo dal nella stato',
  nl: 'de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog worden door naar heeft hij ze wordt tot je over deze',
  sv: 'och att det i en som på är av för med den till inte har de ett om han men var jag sig från vi så kan när nu under också efter',
  da: 'og i at det er en til af på for den med de der har ikke som han et var men om kan fra vil skal sig over efter ved også blev jeg',
  no: 'og i det er på en til som av for at med har de ikke den han et om var men fra vi kan så seg etter også ble skal jeg',
  fi: 'ja on ei se että hän oli ovat mutta myös kun joka sen ole tai mukaan jo vain kuin sekä vuoden nyt',
  pl: 'w i na z się nie do to że jest o od za przez po jak ale dla są co czy jego oraz ma tym tego być może już',
  cs: 'a v se na je že s z do o to i ve za by si jsou pro ale od jako po které podle není byl které však také',
  tr: 've bir bu da de için ile olarak olan çok daha ise sonra gibi kadar olduğu ancak ne en var göre',
  id: 'yang dan di itu dengan untuk dari dalam tidak ini pada akan juga ke adalah oleh karena telah kata tersebut',
  ro: 'de și în a la cu pe din nu o că un pentru este care mai sunt au fost prin să al ale lui dar',
  hu: 'a az és hogy nem is egy van volt meg ez de csak azt már még mint ha aki vagy el után',
};
const WORDS = new Map<string, string[]>();
for (const [language, words] of Object.entries(FUNCTION_WORDS))
  for (const word of new Set(words.split(' '))) WORDS.set(word, [...(WORDS.get(word) ?? []), language]);

/** Scripts that one language is nearly always meant by, and the letters that tell its neighbours. */
const SCRIPTS: readonly [script: RegExp, language: (text: string) => string][] = [
  [/[\u3040-\u30ff]/gu, () => 'ja'],
  [/\p{Script=Hangul}/gu, () => 'ko'],
  [/\p{Script=Han}/gu, () => 'zh'],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Greek}/gu, () => 'el'],
  [/\p{Script=Thai}/gu, () => 'th'],
  [/\p{Script=Georgian}/gu, () => 'ka'],
  [/\p{Script=Armenian}/gu, () => 'hy'],
  [/\p{Script=Bengali}/gu, () => 'bn'],
  [/\p{Script=Tamil}/gu, () => 'ta'],
  [/\p{Script=Arabic}/gu, (text) => (/[ٹڈڑےں]/.test(text) ? 'ur' : /[پچژگی]/.test(text) ? 'fa' : 'ar')],
  [/\p{Script=Cyrillic}/gu, cyrillic],
];

function cyrillic(text: string): string {
  if (/[іїєґ]/i.test(text) && !/[ыэё]/i.test(text)) return 'uk';
  if (/[ђћџљњј]/i.test(text)) return 'sr';
  return /[ыэ]/i.test(text) ? 'ru' : 'und';
}

/** How much of the beginning is looked at, in characters. */
const SAMPLE = 20_000;
/** Fewer words than this tell nothing. */
const FEWEST_WORDS = 12;

function byScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, language] of SCRIPTS) {
    const share = (text.match(script)?.length ?? 0) / Math.max(1, letters);
    // Japanese is written in Han characters for the most part, and in no other language stand kana.
    if (share > 0.5 || (script === SCRIPTS[0]?.[0] && share > 0.1)) return language(text);
  }
  return null;
}

/**
 * Names the language of a text by its script or its most frequent words, as a tag such as "en". "und" where it is short, mixed, or none of the
 * languages that are known here.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const script = byScript(sample);
  if (script) return script;
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return 'und';
  const counts = new Map<string, number>();
  for (const word of words)
    for (const language of WORDS.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [[first, most] = ['und', 0], [, next] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a);
  return most >= 0.2 * words.length && most >= 1.25 * next ? first : 'und';
}

/** A tag as the corpus writes it, "en" or "pt-BR"; null for what is none. */
function tagOf(given: string): string | null {
  const [first = '', ...rest] = given.trim().replaceAll('_', '-').split('-');
  const tag = [first.toLowerCase(), ...rest].join('-');
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$/.test(tag) ? tag : null;
}

/** The language of an article: what its words show, more precisely what a tag adds to that; the tag where the words do not tell. */
export function languageOf(text: string, given: Finding | null): Finding {
  const tag = given && tagOf(given.value);
  const detected = detectLanguage(text);
  if (tag && (detected === 'und' || tag.split('-')[0] === detected)) return { value: tag, found: given.found };
  return { value: detected, found: detected === 'und' ? 'nowhere' : 'the words' };
}
