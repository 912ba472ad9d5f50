import { useDeferredValue, useState } from 'react';
import { ACTOR_NAMES } from '../coverage/answers/actorNames.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { NO_FILTERS } from '../domain/filters.ts';
import { lookalikesAcross } from '../domain/lookalikesAcross.ts';
import { bandOf } from '../domain/origin.ts';
import CoverageDialog from '../features/opening/CoverageDialog.tsx';
import type { OpenCoverage } from '../features/opening/model.ts';
import { consents } from './consents.ts';
import { keyOf } from './opening.ts';
import { closeCoverage, type Files, type OpenWay, reopenKept, showCoverage } from './openWays.ts';
import { cancelOpening, forgetFile } from './openWork.ts';
import { settled } from './useDesk.ts';
import { useOpening } from './useOpening.ts';

type Props = {
  way: OpenWay;
  builtIn: Coverage | null;
  /** The key of the coverage that is shown; '' for the built-in one. */
  shown: string;
  onFiles: (files: Files) => void;
  onClose: () => void;
};

type Names = { coverage: Coverage; actors: { id: string; name: string }[] };

/** Names that look like one of another open coverage: they stay apart, and the reader is told. */
function alikeIn({ coverage, actors }: Names, all: Names[]): OpenCoverage['alike'] {
  return all
    .filter((other) => other.coverage !== coverage)
    .flatMap((other) => lookalikesAcross(actors, other.actors))
    .flatMap(({ actor, like }) =>
      like.map(({ id, name }) => ({ name: actor.name, id: actor.id, other: name, otherId: id })),
    );
}

function lineOf(names: Names, all: Names[]): OpenCoverage {
  const { coverage } = names;
  const { title, asOf, articles, sizes } = coverage.head;
  const key = keyOf(coverage);
  return {
    key,
    title,
    band: bandOf(coverage.head),
    asOf: asOf.date,
    articles: articles.length,
    statements: sizes.statements,
    alike: key === '' ? [] : alikeIn(names, all),
  };
}

/** The dialog of the open coverages, with what it needs of them and of the address. */
export default function CoverageSwitch({ way, builtIn, shown, onFiles, onClose }: Props) {
  const { opening } = way;
  const { coverages, running, refusals, kept } = useOpening(opening);
  const [agreed, setAgreed] = useState(consents.count);
  // A coverage that is being opened meanwhile is listed once its names are there.
  const listed = useDeferredValue(coverages);
  const all = [...(builtIn ? [builtIn] : []), ...listed].map((coverage) => ({
    coverage,
    actors: settled(coverage.select(NO_FILTERS).ask(ACTOR_NAMES, null)),
  }));
  const lines = all.map((names) => lineOf(names, all));
  const close = () => {
    opening.show({ refusals: [] });
    onClose();
  };
  return (
    <CoverageDialog
      coverages={lines}
      kept={kept && { name: kept.name, isOpen: coverages.some(({ head }) => head.digest === kept.digest) }}
      onCancel={() => cancelOpening(opening)}
      onClose={close}
      onFiles={onFiles}
      agreed={agreed}
      onForget={() => void forgetFile(opening)}
      onForgetAgreed={() => {
        consents.clear();
        setAgreed(0);
      }}
      onReopen={() => void reopenKept(way).then(() => opening.get().refusals.length === 0 && close())}
      onShow={(key) => {
        showCoverage(way, coverages.find((one) => keyOf(one) === key) ?? null);
        close();
      }}
      onTakeOff={(key) => closeCoverage(way, key)}
      refusals={refusals}
      running={running}
      shown={shown}
    />
  );
}
