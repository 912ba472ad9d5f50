import type { Why } from './mark.ts';

/** What a screen says for the codes of a machine's reasons, after "because". */
export const REASONS: Record<Why, string> = {
  'cue:said': 'a plain verb of speaking stands beside the words',
  'cue:verb': 'a verb of reporting stands beside the words',
  'cue:passive': 'somebody “was quoted as saying” it',
  'cue:according-to': 'the words are “according to” somebody',
  'name-before-cue': 'a name stands before that verb',
  'name-after-cue': 'a name stands after that verb',
  'chain:pronoun': 'a pronoun leads back to a name',
  'chain:surname': 'a surname leads back to a full name',
  'chain:title': 'a title leads back to a name',
  twin: 'the same words stand in another article',
  relay: 'an outlet is named as carrying it',
  floating: 'a quotation stands without a verb of speaking',
  'two-candidates': 'two people come into question',
  'far-apart': 'many words lie between',
  damaged: 'the sentence is damaged',
  'name:title': 'a title stands before the name',
  'name:repeated': 'the name stands several times',
  'name:metonym': 'a capital stands for its government',
  'place:gazetteer': 'a list of places has the name',
  'place:several': 'several places have that name',
  'venue:word': 'a word such as “site”, “venue” or “host” stands beside the place',
  'date:written': 'the day is written out',
  'date:counted': 'the day is counted from a word such as “Thursday”',
  'tie:verb': 'a verb joins the two in one clause',
  'tie:modal': 'a word such as “could” makes it a possibility',
  'flaw:repeated': 'the same line stands several times',
  'flaw:furniture': 'the line looks like a part of the page, not of the article',
  'flaw:cut': 'the sentence begins or ends in its middle',
  'flaw:spelling': 'the word is close to another one that is known',
};

/** Below this a machine's claim is more likely wrong than right by its own account. */
export const LEAST_SURE = 50;
