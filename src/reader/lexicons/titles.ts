/** Words before or instead of a person's name. */
export const TITLES: ReadonlySet<string> = new Set(
  'mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady madam prof prof. sen sen. rep rep. gov gov. gen gen. lt lt. col col. sgt sgt. capt capt. adm adm. maj maj. rev rev. hon hon. president vice deputy prime minister premier chancellor senator representative congressman congresswoman governor mayor king queen prince princess duke duchess emperor sultan emir sheikh pope bishop archbishop cardinal father sister brother rabbi imam ayatollah judge justice general colonel captain sergeant lieutenant commander admiral marshal major corporal private officer detective constable inspector superintendent chief sheriff trooper professor doctor director manager chairman chairwoman chairperson chair co-chair ceo cfo executive spokesman spokeswoman spokesperson secretary undersecretary attorney prosecutor lawyer solicitor barrister ambassador envoy commissioner councillor councilman councilwoman alderman mp mep leader head coach trainer author co-author researcher scientist analyst expert engineer administrator astronaut reporter journalist editor correspondent columnist economist candidate activist resident witness founder co-founder member nominee republican democrat democratic speaker whip treasurer controller curator historian biologist astronomer physicist geologist virologist epidemiologist meteorologist actor actress singer director-general coordinator organizer organiser supervisor assistant associate acting former then-president ex-president owner partner designer writer poet striker midfielder goalkeeper player driver pilot lead senior foreign interior defense defence finance health justice state'.split(
    ' ',
  ),
);

/** Words that make a name one of a body, a company or a paper, not of a person. */
export const BODIES: ReadonlySet<string> = new Set(
  'agency ministry department university institute college school council commission committee party union bank corporation company group association federation organization organisation foundation center centre court congress senate parliament assembly house government administration bureau office service services police army navy air force forces guard board authority authorities society team club league news times post journal press network radio television tv inc inc. corp corp. co co. ltd ltd. llc plc gmbh airlines airways hospital church museum observatory laboratory laboratories project program programme nations states kingdom republic report survey study magazine daily herald guardian telegraph gazette tribune mail reuters bbc cnn nasa fbi cia cdc who un eu nato fda movement coalition alliance front brigade cabinet embassy consulate district city county state province institute’s systems technologies industries motors energy media fund trust campaign conference summit exchange network security intelligence affairs patrol watch produce entertainment relief foods holdings partners pictures records studios games software pharmaceuticals express formation directorate ombudsman tribunal inquiry'.split(
    ' ',
  ),
);

/** Words for bodies that put out news. */
export const OUTLETS =
  /\b(?:news|times|post|journal|press|television|tv|radio|herald|guardian|telegraph|gazette|tribune|mail|magazine|daily|wikinews|reuters|bbc|cnn|nbc|abc|cbs|msnbc|npr|afp|ap|associated press|xinhua|kcna|al jazeera|agence france-presse|fox|voa|voice of america|dpa|tass|interfax|bloomberg|twitter|facebook|independent|observer|mirror|sun|globe|chronicle|economist|atlantic|new yorker|broadcasting|wire|agency)\b/i;

/** Words for kinds of people that speak without a name; a singular noun that points back has one person behind it. */
export const PERSON_NOUNS: ReadonlySet<string> = new Set(
  'president minister premier chancellor senator representative congressman congresswoman governor mayor king queen prince princess pope bishop archbishop cardinal judge justice general colonel captain sergeant lieutenant commander admiral officer detective inspector superintendent chief sheriff professor doctor director manager chairman chairwoman chair ceo executive spokesman spokeswoman spokesperson secretary attorney prosecutor lawyer ambassador envoy commissioner councillor mp leader head coach author researcher scientist analyst expert engineer administrator astronaut reporter journalist editor economist candidate activist resident witness founder member man woman teacher student singer actor actress player pilot driver owner writer historian eyewitness survivor victim suspect father mother daughter son wife husband politician official diplomat'.split(
    ' ',
  ),
);

/** First names and titles that tell a pronoun, by common use in English. */
export const FEMALE: ReadonlySet<string> = new Set(
  'mrs mrs. ms ms. miss dame lady madam queen princess duchess spokeswoman chairwoman congresswoman councilwoman actress woman mother daughter wife sister girl mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy angela shirley anna brenda pamela emma nicole samantha katherine christine catherine virginia rachel janet maria heather diane julie joyce victoria kelly christina joan evelyn olivia lauren judith megan andrea cheryl hannah jacqueline martha gloria teresa ann anne sara madison kathryn janice julia grace theresa judy beverly denise marilyn amber danielle brittany diana abigail jane natalie charlotte kate jill hillary angela theresa ursula nicola julia jacinda sophie claire lucy alice fiona marie eva elena olga natalia fatima aisha sonia indira condoleezza wanda leila kathy sally ellen'.split(
    ' ',
  ),
);
export const MALE: ReadonlySet<string> = new Set(
  'mr mr. sir lord king prince duke emperor father brother spokesman chairman congressman councilman pope bishop cardinal man son husband boy actor james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene tony tom jim bill bob mike steve dave dan ben sam ted rick greg jeff tim ken ron don joe boris vladimir emmanuel barack mohamed mohammed muhammad ahmed ali hassan hugo luis carlos miguel pedro ivan sergei dmitry yuri hans klaus pierre jean françois nicolas silvio tony gordon simon neil graham ian nigel martin colin craig stuart trevor kofi ban'.split(
    ' ',
  ),
);

/** Words for what belongs to a people or a place: they name nobody by themselves. */
export const PEOPLES: ReadonlySet<string> = new Set(
  'american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian swedish norwegian danish finnish icelandic polish czech slovak hungarian romanian bulgarian greek turkish cypriot serbian croatian bosnian albanian russian ukrainian belarusian georgian armenian israeli palestinian jordanian lebanese syrian iraqi iranian kuwaiti saudi yemeni egyptian libyan tunisian algerian moroccan sudanese ethiopian somali kenyan ugandan tanzanian congolese nigerian ghanaian african zimbabwean zambian rwandan chinese japanese korean taiwanese indian pakistani afghan bangladeshi nepalese thai vietnamese cambodian burmese malaysian indonesian filipino philippine australian canadian mexican cuban haitian brazilian argentine chilean colombian peruvian venezuelan european asian kurdish persian arab arabic muslim islamic christian jewish catholic sunni shia'.split(
    ' ',
  ),
);

/** Words for papers and records that say something. */
export const DOCUMENTS: ReadonlySet<string> = new Set(
  'report reports statement statements study studies survey paper document documents letter memo article release website summary statistics figures data records findings constitution law laws order ruling bill complaint affidavit indictment tweet post description account book poll research media press notice filing motion schedule memo memoir memoirs analysis estimate estimates forecast warning warnings website hypothesis'.split(
    ' ',
  ),
);
