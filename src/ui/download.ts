/** How long a file's address lives after the browser was asked to save it, in milliseconds: saving starts later than the click. */
const ADDRESS_LIFE = 60_000;

/** Has the browser save a file. `type` is its media type. */
export function download(name: string, content: Blob | string, type: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIFE);
}
