// To be put in the place of sw.js when the worker itself does harm: copy dist/kill-switch.js over sw.js on the host. It takes over at
// once, throws away what the app has stored, loads the pages that a worker holds once from the network and is gone. A page that asks
// for it again is not held by it then, and so is not loaded again.
self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  const clean = async () => {
    const { scope } = self.registration;
    const pages = await self.clients.matchAll({ type: 'window' });
    await Promise.all(
      [`dateline-files-${scope}`, 'dateline-last-good', 'dateline-opened'].map((name) => caches.delete(name)),
    );
    await self.registration.unregister();
    await Promise.all(pages.map((page) => page.navigate(page.url).catch(() => {})));
  };
  event.waitUntil(clean());
});
