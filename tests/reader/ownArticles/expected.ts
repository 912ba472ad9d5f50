/** A statement that a careful reader finds: its words, exact, and who says them by the fullest name of the article; null when the text does not settle it. */
type ExpectedStatement = { words: string; speaker: string | null; relay?: string };

/** What a careful reader finds in one of the articles of this folder. `not` holds words that are nobody's statement. */
export type ExpectedArticle = { file: string; style: string; statements: ExpectedStatement[]; not: string[] };

const said = (speaker: string | null, ...words: string[]): ExpectedStatement[] =>
  words.map((one) => ({ words: one, speaker }));
const carried = (relay: string, speaker: string, words: string): ExpectedStatement => ({ words, speaker, relay });

/** Twenty articles that no part of the reader was made with, read by hand. */
export const EXPECTED: ExpectedArticle[] = [
  {
    file: '01-wire.txt',
    style: 'wire, dateline',
    statements: [
      ...said(
        'union officials',
        'Dock workers in Port Calder ended a nine-day strike on Tuesday after the port authority agreed to withdraw plans for automated cranes',
      ),
      ...said('Maureen Adeyemi', 'We got what we came for, and nobody loses a shift', 'such reports were invented'),
      ...said('Port Calder Authority', 'the cranes would be "reviewed at a later date"'),
      ...said('Economists', 'the strike cost the city 40 million crowns a day'),
      ...said('Tomas Reyne', 'Every day the gates were shut, the bill doubled'),
      ...said('Maureen Adeyemi', 'that the union had threatened to block the ferry terminal'),
    ],
    not: ['Transport Minister Odd Haugen has yet to comment'],
  },
  {
    file: '02-british-single.txt',
    style: 'British, single quotation marks',
    statements: [
      ...said(
        'Fiona Marsh-Bell',
        'nobody will be more than two miles from a book',
        "the authority's hands were tied",
        "We don't have a choice. The grant has gone and it isn't coming back",
        "I'd love to keep every branch open, but I can't print money",
      ),
      ...said('Gerald Onslow', "It's vandalism, pure and simple", "They've closed the children's room already"),
      ...said('Gerald Onslow', "the council of 'cooking the figures' on visitor numbers"),
      ...said(null, "Libraries aren't a luxury"),
    ],
    not: ["The boys' grammar school and the girls' high school have both backed it"],
  },
  {
    file: '03-floating.txt',
    style: 'floating quotations',
    statements: [
      ...said(null, "I heard the piano move. You don't forget a sound like that"),
      ...said('Pavel Horak', 'he made eleven trips that night', 'I stopped counting the people', 'I counted the trips'),
      ...said(null, 'Somebody had to'),
      ...said('Lenka Dusek', 'the lower streets will be rebuilt by spring'),
      ...said(null, 'Promises dry faster than walls'),
    ],
    not: ['It came at dawn'],
  },
  {
    file: '04-transcript.txt',
    style: 'transcript of an interview',
    statements: [
      ...said('Paula Ortega', 'They will pay what it costs to bring clean water to the tap'),
      ...said('Paula Ortega', 'About four crowns a month for a family of four'),
      ...said('Paula Ortega', 'I promised fairness'),
    ],
    not: [],
  },
  {
    file: '05-live-blog.txt',
    style: 'live blog',
    statements: [
      ...said('NordTog', 'no trains will run north of Halden before Thursday'),
      ...said('Ingrid Solheim', 'Stay indoors. This is not a night for heroes'),
      ...said(null, 'The prime minister, Jonas Brekke, has cancelled his trip to Geneva'),
      ...said('Maja Lund', 'The harbour is empty. Boats have been pulled as far as the church'),
      ...said('Jonas Brekke', 'My thoughts are with everyone on the coast tonight'),
      ...said('Weather service', 'gusts of up to 160 km/h expected after dark'),
    ],
    not: [],
  },
  {
    file: '06-broken-export.txt',
    style: 'broken export: doubled headline, server message, a line of sport',
    statements: [
      ...said('Rescuers', 'they had made contact with six of the nine men trapped in the Vardo copper mine'),
      ...said('Signe Dahl', 'They are tired, but they are talking to us'),
      ...said('Borealis Metals', 'it would cooperate with an inquiry'),
      ...said('Relatives waiting at the gate', 'nobody had told them anything since Friday'),
    ],
    not: ['Rovers stun City in late cup drama', 'upstream connect error', 'Sign up for our newsletter'],
  },
  {
    file: '07-relay.txt',
    style: 'words carried by media',
    statements: [
      carried('state television', 'Luis Marrón', 'President Luis Marrón will not call an early election'),
      carried('Canal Nacional', 'Luis Marrón', 'The people have chosen, and the people will wait'),
      carried('Radio Costa', 'Irene Cobo', 'the president had "no intention of leaving by the back door"'),
      ...said(
        'Mateo Silva',
        'the broadcaster had cut the end of the remark',
        'Marrón went on to say that he was tired',
      ),
      ...said('El Faro', 'two ministers had offered to resign'),
    ],
    not: ['Neither responded to requests for comment'],
  },
  {
    file: '08-two-surnames.txt',
    style: 'two people with one surname',
    statements: [
      ...said('Clara Hartmann', 'The Hartmann brewery will be sold before the summer'),
      ...said('Julia Hartmann', 'she would go to court', 'This was never only hers to sell'),
      ...said('Clara Hartmann', 'It is a good price and a good home'),
      ...said('Emil Roth', 'the letter premature'),
    ],
    not: ['Hartmann declined to say who the buyer was'],
  },
  {
    file: '09-multi-paragraph.txt',
    style: 'one quotation over three paragraphs',
    statements: [
      ...said(
        'Bea Tran',
        'I came here for one season',
        'The gym smelled of floor wax and the lights buzzed',
        'Nobody had told me that the heating was broken, or that the team had not won since October',
        'I stayed because of the people in the cheap seats. Thank you for every cold Tuesday',
      ),
      ...said('Dora Nwosu', 'the players cried in the tunnel', "I've never heard it so quiet"),
    ],
    not: [],
  },
  {
    file: '10-court.txt',
    style: 'court report',
    statements: [
      ...said('Renata Okafor', 'the builders of the Ashby bridge must stand trial over its collapse'),
      ...said('Renata Okafor', 'the firm "knew, or ought to have known" that the bolts were rusting'),
      ...said('Prosecutors', 'managers at Keel & Sons removed two pages from an inspection report'),
      ...said('Martin Abel', "Our engineers did nothing wrong and we'll show it", 'No'),
      ...said('A witness', 'he "saw daylight through the plate"'),
    ],
    not: [],
  },
  {
    file: '11-science.txt',
    style: 'science',
    statements: [
      ...said('researchers', 'Spores of a common moss survived nine months on the outside of a space station'),
      ...said('the study', 'More than 80 percent of the spores sprouted when they were returned to Earth'),
      ...said('Haruka Mori', 'We expected almost none', 'Instead, most of them simply carried on'),
      ...said('Haruka Mori', 'the team wants to know whether the spores repaired themselves or were never damaged'),
      ...said('Peter Vance', 'nine months is short', 'A year and a half would tell us more'),
    ],
    not: ['sleeping seed'],
  },
  {
    file: '12-earnings.txt',
    style: 'business',
    statements: [
      ...said('Lena Vogt', 'Demand is outrunning our factories'),
      ...said(
        'Arjun Mehta',
        'margins would narrow in the autumn, because lithium had become dearer',
        'Ostara would not cut its dividend',
      ),
      ...said('Analysts at Dunmore Capital', 'the result was "better than feared"'),
      ...said('Analysts at Dunmore Capital', 'that competition from Asia was growing'),
    ],
    not: ['Rival Keystone Cells declined to comment'],
  },
  {
    file: '13-sports.txt',
    style: 'sport',
    statements: [
      ...said('Steve Tully', 'a proper team performance', "He's been quiet for weeks, but that's what strikers do"),
      ...said('Ada Quist', "That's a foul in every league on Earth"),
      ...said('Carlo Bianchi', 'Ask my wife'),
    ],
    not: ['The Italian dedicated the goal to his grandmother'],
  },
  {
    file: '14-opinion.txt',
    style: 'opinion, scare quotes',
    statements: [
      ...said('A clerk', 'Nobody ever asked for a dashboard about buses'),
      ...said('Denis Okoro', 'it would bring 3,000 jobs'),
      ...said('Jane Aldous', 'a city is a conversation, not a machine'),
    ],
    not: ['digital twin', 'innovation quarter'],
  },
  {
    file: '15-tweet.txt',
    style: 'social media',
    statements: [
      ...said('Wade Collier', 'the Lakeside tunnel was "built on sand"'),
      ...said('Wade Collier', 'I was wrong about the geology and I should have checked'),
      ...said('Nadia Farouk', 'Thank you. It is granite'),
      ...said('A spokesman', 'the first tweet had been written by an aide'),
      ...said('Nadia Farouk', 'she had received threats because of it'),
      ...said('Ellen Price', 'Collier to apologize in person'),
    ],
    not: [],
  },
  {
    file: '16-saved-page.html',
    style: 'saved page',
    statements: [
      ...said(
        'Tarn Ferries',
        'The ferry to the Isle of Tarn will run through the winter for the first time since 1998',
      ),
      ...said(
        'Callum Reid',
        'Islanders have waited long enough',
        'the new ship could sail in waves of up to four metres',
      ),
      ...said('Effie Muir', 'Last January we ran out of bread for nine days'),
      ...said('Scottish government', 'it would be reviewed in April'),
    ],
    not: ['Sign up for our newsletter', 'Ten walks on Tarn'],
  },
  {
    file: '17-german.txt',
    style: 'another language',
    statements: said(
      null,
      'Wir brauchen keine zweite Promenade',
      'Wir brauchen Wohnungen.',
      'Das letzte Wort ist nicht gesprochen',
    ),
    not: [],
  },
  {
    file: '18-diplomacy.txt',
    style: 'diplomacy',
    statements: [
      ...said('Anders Vik', 'the agreement ended "eleven wasted years"'),
      ...said('Sofia Rask', 'Sudmark would withdraw its patrols from the Tamm valley'),
      ...said('Washington', 'it would study the text'),
      ...said('Sofia Rask', 'A border is a habit, and habits can be broken'),
      ...said('Anders Vik', 'the shooting should never have happened'),
    ],
    not: [],
  },
  {
    file: '19-obituary.txt',
    style: 'obituary',
    statements: [
      ...said('Naomi', 'the cause was heart failure'),
      ...said('Ruth Abrahams', 'Water holds you if you let it'),
      ...said('Ruth Abrahams', "If it isn't for all of them, it isn't for any of them"),
      ...said('Hollis Greer', 'he had voted wrong', 'She shamed us', 'and she was right to'),
    ],
    not: [],
  },
  {
    file: '20-agency-nested.txt',
    style: 'agency, words within words',
    statements: [
      ...said('United Nations', 'soldiers had turned back an aid convoy near Tel Amar, the second in a week'),
      ...said('Karim Haddad', 'We had papers, we had permission, and we had flour'),
      ...said('Karim Haddad', 'a colonel had told the drivers that the road was mined'),
      carried('state news agency', 'The army', 'no convoy had been registered'),
      ...said('Residents', 'they had seen the trucks'),
      ...said('one woman', 'They were there for an hour, then they were gone'),
      ...said('Sami', "It's a lie"),
      ...said('Helen Ward', 'she was "deeply troubled" by the report'),
    ],
    not: [],
  },
];
