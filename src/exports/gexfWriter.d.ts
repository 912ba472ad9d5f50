/** The half of the package that writes. Its front door loads the half that reads, too, which wants a DOM as soon as it is loaded. */
declare module 'graphology-gexf/browser/writer.js' {
  import type { write } from 'graphology-gexf';

  const writer: typeof write;
  export default writer;
}
