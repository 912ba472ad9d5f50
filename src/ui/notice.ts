/** Something to do about a notice; the notice goes away with it unless the page does. */
type NoticeAction = { label: string; act: () => void };

/**
 * A line at the lower edge of the page with what can be done about it, on any page and also where the app has not come. There is one
 * at a time. Its looks are in `base.css`.
 */
export function showNotice(words: string, action: string, onAction: () => void, more: NoticeAction[] = []): void {
  const notice = document.querySelector('.notice') ?? document.createElement('div');
  const text = document.createElement('bdi');
  notice.className = 'notice';
  notice.setAttribute('role', 'status');
  if (!notice.isConnected) document.body.append(notice);
  text.textContent = words;
  const buttons = [{ label: action, act: onAction }, ...more].map(({ label, act }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', act);
    return button;
  });
  notice.replaceChildren(text, ' ', ...buttons);
}

/** Takes the notice off the page. */
export function hideNotice(): void {
  document.querySelector('.notice')?.remove();
}
