/** The version of the reader, which stands in what it makes. It rises with every change that makes other corpora of the same articles. */
export const READER_VERSION = '0.1.0';
