import { type ReactNode, useMemo } from 'react';
import { type Edition, PRINTED, type SourceLine } from '../../coverage/answers/edition.ts';
import type { StatementRow } from '../../coverage/answers/editionStatements.ts';
import { MOST_CITED, MOST_NOTES } from '../../coverage/answers/footnotes.ts';
import { addTo } from '../../domain/lists.ts';
import { PANELS } from '../../domain/panel.ts';
import { webLink } from '../../domain/webLink.ts';
import { type Exported, type Provenance, provenanceOf } from '../../exports/provenance.ts';
import { OutLink } from '../../ui/OutLink.tsx';
import { Words } from '../../ui/Words.tsx';
import { Cites, InArticle, NoteItem } from './Cites.tsx';
import css from './paper.module.css';
import { StatementList } from './Statements.tsx';
import { EventTable, TieTable, VenueTable } from './Tables.tsx';
import { firstOf, useGrowing } from './useGrowing.ts';

type SectionProps = { title: string; part: number; all?: number; most?: number; what?: string; children: ReactNode };

/** A section, with how much of it is shown; without anything, it says so. Of more than `most` the first are printed, and it says that of `what`. */
function Section({ title, part, all, most = part, what = '', children }: SectionProps) {
  return (
    <section className={css.section}>
      <h2>
        {title} <span className={css.count}>{all === undefined || part === all ? part : `${part} of ${all}`}</span>
      </h2>
      {part > most && (
        <p className={css.lead}>
          Only the first {most} of these {part} {what} are printed. A narrower view prints the others.
        </p>
      )}
      {part === 0 ? (
        <p className={css.none}>{all ? 'Nothing of it is in this view.' : 'There is nothing.'}</p>
      ) : (
        children
      )}
    </section>
  );
}

/** What the page says about itself before anything else. */
function Head({ told, basis }: { told: Provenance; basis: string }) {
  return (
    <header className={css.head}>
      <p className={css.brand}>Dateline</p>
      {told.band !== null && (
        <p className={css.band}>
          <Words>{told.band}</Words>
        </p>
      )}
      <h1>
        <Words>{told.title}</Words>
      </h1>
      <dl>
        <div>
          <dt>View</dt>
          <dd className={css.view}>
            <Words>{told.filters}</Words>
          </dd>
        </div>
        <div>
          <dt>Shown</dt>
          <dd>{told.shown}</dd>
        </div>
        <div>
          <dt>As of</dt>
          <dd>
            {told.asOf}. <Words>{basis}</Words>
          </dd>
        </div>
        <div>
          <dt>Printed</dt>
          <dd>{told.made}</dd>
        </div>
        <div>
          <dt>Coverage</dt>
          <dd>
            <Words>{told.pin.coverage}</Words>, digest <code>{told.pin.digest}</code>
          </dd>
        </div>
        <div>
          <dt>Link</dt>
          <dd>
            <a className={css.address} href={told.link}>
              <Words>{told.link}</Words>
            </a>
          </dd>
        </div>
      </dl>
    </header>
  );
}

function Statements({ edition: { settled, unresolved, sources } }: { edition: Edition }) {
  const byArticle = new Map<string, StatementRow[]>();
  for (const row of settled) addTo(byArticle, row.article, row);
  return (
    <>
      {sources.map(({ id, source, headline }) => {
        const rows = byArticle.get(id);
        if (!rows) return null;
        return (
          <section key={id}>
            <h3>
              <InArticle source={source} /> <Words>{headline}</Words>
            </h3>
            <StatementList rows={rows} />
          </section>
        );
      })}
      {unresolved.length > 0 && (
        <section>
          <h3>Unresolved: who said this is not settled</h3>
          <StatementList rows={unresolved} />
        </section>
      )}
    </>
  );
}

function SourceItem({ article }: { article: SourceLine }) {
  const { source, headline, publisher, published, url, language, notes } = article;
  return (
    <li className={css.source} lang={language}>
      <span>
        <InArticle source={source} />
      </span>
      <div>
        <p className={css.headline}>
          <Words>{headline}</Words>
        </p>
        <p lang="en">
          {publisher === null ? 'Publisher unknown' : <Words>{publisher}</Words>},{' '}
          {published === null ? 'date unknown' : published}
          {url === null && ', address unknown'}.{' '}
          {notes === 0 ? 'Not cited in this view.' : `${notes} ${notes === 1 ? 'note' : 'notes'} above.`}
        </p>
        {url !== null && (
          <p lang="en">
            <OutLink link={webLink(url)}>
              <Words>{url}</Words>
            </OutLink>
          </p>
        )}
      </div>
    </li>
  );
}

type Props = {
  exported: Exported;
  edition: Edition;
  /** Whether it is drawn in pieces between which the page answers. */
  gradually?: boolean;
};

/**
 * A view as a document on white paper: all that is shown, with its evidence as numbered footnotes, and the articles. It works without
 * scripts, and looks alike in all themes, since it is a picture of what the printer gives.
 */
export default function PaperEdition({ exported, edition: all, gradually = false }: Props) {
  const { head } = exported;
  const { shown } = all;
  const limit = useGrowing(gradually, all);
  const edition = useMemo(() => firstOf(all, limit), [all, limit]);
  const told = useMemo(() => provenanceOf(exported, shown), [exported, shown]);
  const { ties, venues, events, flags, notes, sources } = edition;
  const of = (what: 'statements' | 'ties' | 'venues' | 'events' | 'flags') => ({
    all: head.sizes[what],
    part: shown.sizes[what],
    most: PRINTED[what],
    what,
  });
  return (
    <article aria-busy={limit < MOST_NOTES || undefined} className={css.edition} lang="en">
      <Head basis={head.asOf.basis} told={told} />
      <Section {...of('statements')} title={PANELS.wall.title}>
        <Statements edition={edition} />
      </Section>
      <Section {...of('ties')} title={PANELS.ties.title}>
        <TieTable ties={ties} />
      </Section>
      <Section {...of('venues')} title={PANELS.venues.title}>
        <VenueTable venues={venues} />
      </Section>
      <Section {...of('events')} title={PANELS.timeline.title}>
        <EventTable events={events} />
      </Section>
      <Section {...of('flags')} title="Flags: what is wrong with the text">
        {flags.map(({ kind, name, flags: own }) => (
          <section className={css.flags} key={kind}>
            <h3>{name}</h3>
            <ul>
              {own.map(({ id, note, cites }) => (
                <li key={id}>
                  <Words>{note}</Words>
                  <Cites cites={cites} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Section>
      <Section part={all.notes.length} title="Notes: the evidence">
        <p className={css.lead}>
          Each note gives the article, the paragraph, and the words exactly as they stand there, with all their errors.
          {all.notesCut && ` A row cites ${MOST_CITED} notes at most, and ${MOST_NOTES} are printed.`}
        </p>
        <ol className={css.notes}>
          {notes.map((note) => (
            <NoteItem key={note.number} note={note} />
          ))}
        </ol>
      </Section>
      <Section
        all={head.articles.length}
        most={PRINTED.sources}
        what="sources"
        part={head.articles.length}
        title="Sources"
      >
        <ul className={css.sources}>
          {sources.map((article) => (
            <SourceItem article={article} key={article.id} />
          ))}
        </ul>
      </Section>
      {told.band !== null && (
        <p className={css.band}>
          <Words>{told.band}</Words>
        </p>
      )}
    </article>
  );
}
