import type { Relation } from '../../domain/relation.ts';

/** One of the 16 event types of PLOVER. */
export type PloverEvent = Relation['event'];

/**
 * Verbs by the PLOVER type of what they say. `word:0/with` takes a direct object or one after "with"; without a colon only a direct object.
 * `call_on` is a verb with its particle. Kept in the base form; `triggers.ts` makes the others.
 */
export const VERBS: Record<PloverEvent, string> = {
  AGREE:
    'agree:with/to accept reconcile:with compromise:with settle:with sign:with pledge:to promise:0/to assure ratify approve commit:to reach:with strike_a_deal:with conclude:with agree_to:0 lay_down_arms make_up:with swear:to vow:to',
  CONSULT:
    'meet:0/with/by visit talk:to/with/by speak:to/with negotiate:with/between consult:0/with discuss:with confer:with host phone telephone brief mediate:between contact receive interview correspond:with debate:with greet dine:with hold_talks:with hold_meetings:with parley:with reach_out:to',
  SUPPORT:
    'support back endorse praise congratulate applaud commend hail thank defend welcome champion honor honour credit vote:for campaign:for nominate recognize recognise stand:with/by/behind side:with sympathize:with sympathise:with reassure admire salute laud compliment promote reward favor favour uphold rally:behind/around express_support:for pay_tribute:to appreciate cheer encourage bless comfort mourn elect extol vouch:for celebrate advocate:for root:for befriend affirm acclaim',
  CONCEDE:
    'release free pardon acquit apologize:to apologise:to forgive yield:to concede:to ease:on lift:on/against/from allow permit exonerate reinstate parole spare commute repatriate grant give_in:to bow:to surrender:to submit:to relent:to drop:against capitulate:to clear exempt accommodate absolve let waive:for relax:on open_borders:to open_its_borders:to resign abdicate step_down',
  COOPERATE:
    'cooperate:with co-operate:with collaborate:with work:with ally:with partner:with join:0/with share:with team_up:with unite:with merge:with coordinate:with co-ordinate:with trade:with align:with normalize:with normalise:with restore:with sell:to extradite:to engage:with participate:with exchange:with cosponsor sponsor associate:with hand_over:to do_business:with disclose:to notify link:to export:to import:from buy:from side:with strengthen:with deepen:with expand:with',
  AID: 'help aid assist rescue donate:to fund finance feed shelter treat provide:0/to/with/for give:0/to supply:0/to/with offer:0/to evacuate save protect deliver:to lend:0/to train equip arm care:for contribute:to subsidize subsidise bail_out vaccinate house nurse resettle send_aid:to shield bolster pay compensate grant:to reimburse loan:0/to',
  RETREAT:
    'withdraw:from retreat:from pull_out:of/from pull_back:from disengage:from demobilize disarm cease_fire:with evacuate:from back_down:from withdraw_troops:from withdraw_forces:from pull_troops:from',
  REQUEST:
    'ask urge demand:0/from/of request:0/from call_on:0 call_upon:0 call:for appeal:to beg implore petition press pressure order instruct direct summon lobby plead:with require command subpoena exhort push prompt persuade advise remind seek:from solicit propose:to compel entreat pressurise task invite convince',
  ACCUSE:
    'accuse blame criticize criticise condemn denounce sue charge investigate indict slam blast lambast lambaste rebuke fault suspect prosecute impeach decry deplore castigate chide scold ridicule mock insult disparage probe implicate censure berate slander admonish reprimand complain:about/of/against lash_out:at hit_out:at deride disapprove:of excoriate convict vilify scrutinize belittle bash rip skewer chastise upbraid taunt pan rap assail malign defame demonize demonise label brand grill file:against testify:against inveigh:against rail:against attack_verbally allege:against denigrate smear shame fume:at question pillory find_guilty file_a_lawsuit:against bring_charges:against file_charges:against press_charges:against outlaw',
  REJECT:
    'reject refuse:0 deny oppose veto decline rebuff disagree:with resist defy block disregard ignore contest dispute repudiate rule_out vote:against override overturn violate break:with snub spurn object:to disobey challenge contradict counter thwart stonewall hinder obstruct nullify rebut refute renege:on foil distrust delay shun stall halt:against scrap scuttle stop prevent fail:to abandon',
  THREATEN: 'threaten warn:0/against/of menace intimidate caution endanger vow_revenge:against/on blackmail bully',
  PROTEST:
    'protest:0/against demonstrate:against march:against/on rally:against strike:against picket riot:against rebel:against revolt:against heckle walk_out:on rise_up:against agitate:against speak_out:against',
  SANCTION:
    'sanction ban fine expel boycott dismiss fire sack suspend penalize penalise blacklist bar oust remove disqualify cut:with/to/off/from sever:with break_off:with embargo impose:on/against levy:on/against slap:on demote terminate discipline exclude depose strip revoke downgrade:with overthrow topple unseat isolate punish recall:from divest:from fault_out reduce:with/to designate halt:to freeze:with/of',
  MOBILIZE:
    'deploy:to/against/in mobilize:against mobilise:against amass:near/along mass:on/along/near dispatch:to station:in',
  COERCE:
    'arrest detain raid seize sentence jail imprison capture kidnap abduct confiscate restrict censor deport blockade occupy besiege evict crack_down:on search force coerce suppress curb repress quarantine interrogate handcuff apprehend incarcerate annex harass spy:on hack ransack disperse chase extort persecute silence expropriate expel:from hold hold_hostage oppress subjugate stifle intercept surround colonize colonise exploit quell muzzle outlaw close:to/with shut:to/with monitor enslave hunt pursue abuse mistreat eavesdrop:on terrorize terrorise rob loot plunder conquer overrun impound nationalize',
  ASSAULT:
    'attack kill injure bomb defeat shoot:0/at murder stab assassinate invade strike shell wound massacre slaughter ambush assault rape torture execute fight:0/with/against battle:0/with/against clash:with destroy fire:on/at fire_on open_fire:on bombard storm behead poison hang slay gun_down target blow_up shoot_down strangle burn punch ram combat sink hit retaliate:against maim molest kick exterminate annihilate decapitate war:with/against/on launch:against/on/at wage:against/on mow_down shoot_dead lynch electrocute eliminate repel pound starve brutalize tear_gas obliterate devastate vandalize sabotage lob:at hurl:at throw:at pelt torch raze level flatten overpower thrash burn_down set_fire:to displace bludgeon',
};

/** Nouns by type, with the prepositions before the other side: "attack on", "talks with", "talks between". */
export const NOUNS: Record<PloverEvent, string> = {
  AGREE:
    'agreement:with/between deal:with/between pact:with/between treaty:with/between accord:with/between settlement:with/between truce:with/between ceasefire:with/between compromise:with/between reconciliation:with/between assurances:to/from promise:to',
  CONSULT:
    'talks:with/between/to meeting:with/between meetings:with/between summit:with/between negotiations:with/between negotiation:with/between dialogue:with/between discussions:with/between conversation:with/between call:with/between consultations:with/between conference:with/between visit:to encounter:with/between',
  SUPPORT:
    'support:for/of/to backing:for/of praise:for/of/to sympathy:for/with endorsement:of solidarity:with confidence:in supporter:of supporters:of tribute:to congratulations:to gratitude:to admiration:for loyalty:to',
  CONCEDE: 'apology:to concession:to concessions:to pardon:for/of amnesty:for/to release:of',
  COOPERATE:
    'cooperation:with/between partnership:with/between alliance:with/between collaboration:with/between ally:of allies:of coalition:with/between cohesion:with trade:with/between ties:with/between',
  AID: 'aid:to/for assistance:to/for help:to/for loan:to donation:to protection:for/of relief:to/for funding:for/to',
  RETREAT: 'withdrawal:from retreat:from pullout:from',
  REQUEST: 'request:to demand:to/on appeal:to pressure:on plea:to',
  ACCUSE:
    'criticism:of accusation:against accusations:against allegation:against allegations:against lawsuit:against charges:against charge:against complaint:against complaints:against investigation:into/of condemnation:of suit:against probe:into/of case:against indictment:of/against impeachment:of critic:of verdict:against inquiry:into',
  REJECT:
    'opposition:to opponent:of rejection:of refusal:to dispute:with/between disagreement:with/between disagreements:with/between feud:with/between rift:with/between tensions:with/between tension:with/between row:with/between rivalry:with/between spat:with/between standoff:with/between hostility:to/toward/towards/with/between',
  THREATEN: 'threat:to/against threats:to/against warning:to warnings:to ultimatum:to',
  PROTEST:
    'protest:against protests:against demonstration:against demonstrations:against rally:against strike:against uprising:against revolt:against rebellion:against march:against petition:against',
  SANCTION:
    'sanctions:on/against tariffs:on/against embargo:on/against ban:on boycott:of/against expulsion:of dismissal:of fine:on/against',
  MOBILIZE: 'mobilization:against deployment:to troops:to',
  COERCE:
    'crackdown:on/against arrest:of detention:of capture:of raid:on/against seizure:of occupation:of blockade:of/against siege:of persecution:of imprisonment:of kidnapping:of abduction:of repression:of violation:of discrimination:against',
  ASSAULT:
    'attack:on/against/by attacks:on/against/by assault:on/against strike:on/against strikes:on/against airstrike:on/against airstrikes:on/against offensive:against/on bombing:of bombings:of war:with/against/on/between invasion:of fight:with/against/between battle:with/against/between clash:with/between clashes:with/between fighting:with/between/against killing:of murder:of assassination:of massacre:of shooting:of conflict:with/between violence:against/between aggression:against/on shelling:of execution:of campaign:against operation:against operations:against hostilities:with/between/against',
};

/** Verbs after which an infinitive is to come, wanted, or refused. */
export const INTENDING = new Set(
  'agree vow pledge promise plan intend want hope aim decide prepare threaten offer seek expect propose set ready willing consider'.split(
    ' ',
  ),
);

export const IRREGULAR: Record<string, [past: string, participle: string]> = {
  meet: ['met', 'met'],
  speak: ['spoke', 'spoken'],
  give: ['gave', 'given'],
  forgive: ['forgave', 'forgiven'],
  lend: ['lent', 'lent'],
  feed: ['fed', 'fed'],
  let: ['let', 'let'],
  withdraw: ['withdrew', 'withdrawn'],
  flee: ['fled', 'fled'],
  leave: ['left', 'left'],
  seek: ['sought', 'sought'],
  beat: ['beat', 'beaten'],
  fight: ['fought', 'fought'],
  shoot: ['shot', 'shot'],
  strike: ['struck', 'struck'],
  slay: ['slew', 'slain'],
  hold: ['held', 'held'],
  break: ['broke', 'broken'],
  cut: ['cut', 'cut'],
  sell: ['sold', 'sold'],
  buy: ['bought', 'bought'],
  send: ['sent', 'sent'],
  stand: ['stood', 'stood'],
  pay: ['paid', 'paid'],
  write: ['wrote', 'written'],
  make: ['made', 'made'],
  do: ['did', 'done'],
  overthrow: ['overthrew', 'overthrown'],
  hit: ['hit', 'hit'],
  burn: ['burned', 'burnt'],
  hang: ['hanged', 'hung'],
  sink: ['sank', 'sunk'],
  blow: ['blew', 'blown'],
  overrun: ['overran', 'overrun'],
  override: ['overrode', 'overridden'],
  swear: ['swore', 'sworn'],
  spy: ['spied', 'spied'],
  sue: ['sued', 'sued'],
  uphold: ['upheld', 'upheld'],
  rise: ['rose', 'risen'],
  throw: ['threw', 'thrown'],
  tear: ['tore', 'torn'],
  bow: ['bowed', 'bowed'],
  wage: ['waged', 'waged'],
  rip: ['ripped', 'ripped'],
};

/** Verbs that double their last letter: "banned", "barring". */
export const DOUBLING = new Set(
  'ban bar plan stab drop slam ram step cut hit let permit submit commit rob snub expel compel propel repel prod spur wrap shun fret chat slap rap pan strip scrap stop'.split(
    ' ',
  ),
);

/** Verbs that end or lessen what follows: "suspended aid to" takes back, "lifted the blockade of" gives. */
export const ENDING = new Set(
  'suspend cancel halt cut reduce stop end freeze revoke withdraw postpone withhold scrap terminate slash abandon curtail delay block lift ease remove drop break sever boycott skip shelve rescind ban deny refuse reject decline'.split(
    ' ',
  ),
);
/** Words before a verb or noun that say it is not done. */
export const NEGATIONS = new Set(
  "not n't never no neither nor without cannot can't won't don't doesn't didn't wouldn't couldn't shouldn't isn't aren't wasn't weren't hasn't haven't hadn't hardly unwilling unable refusing failing".split(
    ' ',
  ),
);
export const REFUSING = new Set(
  'refuse refuses refused refusing refusal decline declines declined declining fail fails failed failing failure reject rejects rejected'.split(
    ' ',
  ),
);
