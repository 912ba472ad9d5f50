import type { Dataset } from '../domain/corpus.ts';
import { originBand } from '../domain/origin.ts';
import CoverageDialog from '../features/opening/CoverageDialog.tsx';
import type { OpenCoverage } from '../features/opening/model.ts';
import { consents } from './consents.ts';
import { keyOf } from './opening.ts';
import { closeCoverage, type Files, reopenKept, showCoverage, type Way } from './openWays.ts';
import { cancelOpening, forgetFile } from './openWork.ts';
import { useOpening } from './useOpening.ts';

type Props = {
  way: Way;
  builtIn: Dataset | null;
  /** The key of the coverage that is shown; '' for the built-in one. */
  shown: string;
  onFiles: (files: Files) => void;
  onClose: () => void;
};

function lineOf(key: string, corpus: Dataset): OpenCoverage {
  const { title, asOf, articles, statements } = corpus;
  const band = originBand(corpus);
  return { key, title, band, asOf: asOf.date, articles: articles.length, statements: statements.length };
}

/** The dialog of the open coverages, with what it needs of them and of the address. */
export default function CoverageSwitch({ way, builtIn, shown, onFiles, onClose }: Props) {
  const { opening } = way;
  const { coverages, running, refusals, kept } = useOpening(opening);
  const lines = [
    ...(builtIn ? [lineOf('', builtIn)] : []),
    ...coverages.map((coverage) => lineOf(keyOf(coverage), coverage.corpus)),
  ];
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
      onForget={() => {
        consents.clear();
        void forgetFile(opening);
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
