import { useMemo, useState } from 'react';
import type { Dataset } from '../domain/corpus.ts';
import { lookalikesAcross } from '../domain/lookalikesAcross.ts';
import { originBand } from '../domain/origin.ts';
import CoverageDialog from '../features/opening/CoverageDialog.tsx';
import type { OpenCoverage } from '../features/opening/model.ts';
import { consents } from './consents.ts';
import { keyOf } from './opening.ts';
import { closeCoverage, type Files, type OpenWay, reopenKept, showCoverage } from './openWays.ts';
import { cancelOpening, forgetFile } from './openWork.ts';
import { useOpening } from './useOpening.ts';

type Props = {
  way: OpenWay;
  builtIn: Dataset | null;
  /** The key of the coverage that is shown; '' for the built-in one. */
  shown: string;
  onFiles: (files: Files) => void;
  onClose: () => void;
};

/** Names that look like one of another open coverage: they stay apart, and the reader is told. */
function alikeIn(corpus: Dataset, all: Dataset[]): OpenCoverage['alike'] {
  return all
    .filter((other) => other !== corpus)
    .flatMap((other) => lookalikesAcross(corpus.actors, other.actors))
    .flatMap(({ actor, like }) =>
      like.map(({ id, name }) => ({ name: actor.name, id: actor.id, other: name, otherId: id })),
    );
}

function lineOf(key: string, corpus: Dataset, all: Dataset[]): OpenCoverage {
  const { title, asOf, articles, statements } = corpus;
  const band = originBand(corpus);
  const alike = key === '' ? [] : alikeIn(corpus, all);
  return { key, title, band, asOf: asOf.date, articles: articles.length, statements: statements.length, alike };
}

/** The dialog of the open coverages, with what it needs of them and of the address. */
export default function CoverageSwitch({ way, builtIn, shown, onFiles, onClose }: Props) {
  const { opening } = way;
  const { coverages, running, refusals, kept } = useOpening(opening);
  const [agreed, setAgreed] = useState(consents.count);
  const lines = useMemo(() => {
    const all = [...(builtIn ? [builtIn] : []), ...coverages.map(({ corpus }) => corpus)];
    return [
      ...(builtIn ? [lineOf('', builtIn, all)] : []),
      ...coverages.map((coverage) => lineOf(keyOf(coverage), coverage.corpus, all)),
    ];
  }, [builtIn, coverages]);
  const close = () => {
    opening.show({ refusals: [] });
    onClose();
  };
  return (
    <CoverageDialog
      coverages={lines}
      kept={kept && { name: kept.name, isOpen: coverages.some(({ digest }) => digest === kept.digest) }}
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
