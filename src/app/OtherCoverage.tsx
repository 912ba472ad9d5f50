import { useEffect, useState } from 'react';
import { LIMITS } from '../corpus/limits.ts';
import type { Coverage } from '../coverage/coverage.ts';
import AskForAddress from '../features/opening/AskForAddress.tsx';
import AskForFile from '../features/opening/AskForFile.tsx';
import { type DataAddress, readDataAddress } from '../source/dataAddress.ts';
import { consents } from './consents.ts';
import { Masthead } from './Masthead.tsx';
import { type Files, type OpenWay, reopenAtWall, reopenKept, showCoverage, showInstead } from './openWays.ts';
import { cancelOpening, openAll, recallKept } from './openWork.ts';
import { useAddress } from './useAddress.ts';
import { useOpening } from './useOpening.ts';

/** How long a wall waits before it tries again, in milliseconds. */
const WALL_AGAIN = 60_000;

type Props = {
  way: OpenWay;
  onFiles: (files: Files) => void;
  other: Coverage | null;
};

/** What stands in the place of a view whose data is not open: the page that asks for its file, or for leave to load its address. */
export default function OtherCoverage({ way, onFiles, other }: Props) {
  const { view } = useAddress(way.address).state;
  return (
    <>
      <Masthead />
      {view.file === null ? <WantedAddress way={way} /> : <WantedFile onFiles={onFiles} other={other} way={way} />}
    </>
  );
}

const nameOf = ({ head: { origin, title } }: Coverage): string =>
  origin.kind === 'file' ? origin.name : origin.kind === 'address' ? origin.host : title;

function WantedFile({ way, onFiles, other }: Props) {
  const { address, opening } = way;
  const { view } = useAddress(address).state;
  const { running, refusals, kept } = useOpening(opening);
  const isKept = kept !== null && kept.digest === view.file?.digest;
  useEffect(() => {
    void recallKept(opening);
  }, [opening]);
  const digest = view.file?.digest ?? '';
  const [left, setLeft] = useState(false);
  useEffect(() => {
    // Nobody stands at a wall to open it again. It is the same file by its digest, which somebody opened at this screen.
    if (isKept && view.kiosk !== null) void reopenAtWall(way, digest).then((opened) => setLeft(!opened));
  }, [isKept, view.kiosk, way, digest]);
  return (
    <AskForFile
      kept={isKept}
      left={left && refusals.length === 0}
      needed={view.file ?? { name: '', digest: '' }}
      onBuiltIn={() => showCoverage(way, null)}
      onCancel={() => cancelOpening(opening)}
      onFiles={onFiles}
      onReopen={() => void reopenKept(way)}
      onShowOther={() => other && showInstead(way, other)}
      other={other && { name: nameOf(other), digest: other.head.digest }}
      refusals={refusals}
      running={running}
    />
  );
}

function WantedAddress({ way }: { way: OpenWay }) {
  const { view } = useAddress(way.address).state;
  const data = view.data ?? '';
  const onWall = view.kiosk !== null;
  const judged = readDataAddress(data, __DATA_HOSTS__);
  const verdict: DataAddress =
    judged.ok && onWall && view.allow !== judged.host
      ? {
          ok: false,
          code: 'data/not-allowed-on-wall',
          expected: `a link to a wall screen that allows this host (allow=${judged.host})`,
          found: view.allow ?? 'a link that allows none',
        }
      : judged;
  // Leave is given for one address on one kind of screen: with another one, all that was said before is gone.
  const key = `${onWall} ${verdict.ok ? verdict.address : ''}`;
  return <JudgedAddress data={data} key={key} onWall={onWall} verdict={verdict} way={way} />;
}

function JudgedAddress({
  way,
  data,
  verdict,
  onWall,
}: {
  way: OpenWay;
  data: string;
  verdict: DataAddress;
  onWall: boolean;
}) {
  const { opening } = way;
  const { running, refusals } = useOpening(opening);
  const { address, host } = verdict.ok ? verdict : { address: null, host: '' };
  const [goes, setGoes] = useState(() => (onWall && address !== null && consents.has(address) ? 1 : 0));
  useEffect(() => {
    if (goes === 0 || address === null) return;
    const own = new AbortController();
    void openAll(opening, [{ kind: 'address', address, host }], own);
    return () => {
      cancelOpening(opening, own);
      opening.show({ refusals: [] });
    };
  }, [goes, address, host, opening]);
  const load = () => {
    if (onWall && address !== null) consents.add(address);
    setGoes(goes + 1);
  };
  useEffect(() => {
    // A wall that was switched on before its server was: nobody is there to try again.
    if (!onWall || goes === 0 || refusals.length === 0) return;
    const timer = setTimeout(
      () => setGoes((now) => (address !== null && consents.has(address) ? now + 1 : 0)),
      WALL_AGAIN,
    );
    return () => clearTimeout(timer);
  }, [onWall, goes, refusals, address]);
  return (
    <AskForAddress
      address={data}
      most={LIMITS.bytes}
      onBuiltIn={() => showCoverage(way, null)}
      onCancel={() => cancelOpening(opening)}
      onLoad={load}
      refusals={refusals}
      running={running}
      verdict={verdict}
    />
  );
}
