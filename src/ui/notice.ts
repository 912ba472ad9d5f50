/**
 * A line at the lower edge of the page with one thing to do about it, on any page and also where the app has not come. There is one
 * at a time. Its looks are in `base.css`.
 */
export function showNotice(words: string, action: string, onAction: () => void): void {
  const notice = document.querySelector('.notice') ?? document.createElement('div');
  const text = document.createElement('span');
  const button = document.createElement('button');
  notice.className = 'notice';
  notice.setAttribute('role', 'status');
  if (!notice.isConnected) document.body.append(notice);
  text.textContent = words;
  button.type = 'button';
  button.textContent = action;
  button.addEventListener('click', onAction);
  notice.replaceChildren(text, ' ', button);
}
