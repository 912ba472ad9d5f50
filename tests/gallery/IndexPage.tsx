import { THEMES } from '../../src/domain/view.ts';
import { FIXTURES } from './fixtures/fixtures.ts';
import { WIDTHS } from './known.ts';
import { EXHIBITS } from './panels.tsx';

/** The way to every panel with every fixture, in every theme, at both widths. */
export function IndexPage() {
  return (
    <main>
      <h1>Gallery</h1>
      {Object.keys(EXHIBITS).map((panel) => (
        <section aria-label={panel} key={panel}>
          <h2>{panel}</h2>
          <ul>
            {Object.keys(FIXTURES).map((fixture) => (
              <li key={fixture}>
                <a href={`?panel=${panel}&fixture=${fixture}`}>{fixture}</a>
                {THEMES.flatMap((theme) =>
                  WIDTHS.map((width) => (
                    <span key={`${theme}${width}`}>
                      {' · '}
                      <a href={`?panel=${panel}&fixture=${fixture}&theme=${theme}&width=${width}`}>
                        {theme} {width}
                      </a>
                    </span>
                  )),
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
