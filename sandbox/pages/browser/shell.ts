/** Keeps the shell's address and title on the inner page that the frame shows, so that a reload stays where one was. */
const frame = document.querySelector<HTMLIFrameElement>('[data-slot="iframe"] > iframe');

frame?.addEventListener('load', () => {
  const inner = frame.contentWindow?.location;
  if (inner?.pathname.startsWith('/Mvc/') !== true) return;
  const data = btoa(JSON.stringify({ url: inner.pathname + inner.search }));
  const address = new URL(location.href);
  address.searchParams.set('view-data', data);
  history.replaceState(null, '', address);
  document.title = frame.contentDocument?.title ?? document.title;
});
