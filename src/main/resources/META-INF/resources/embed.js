// Puts the contact page into a clinic's website:
//   <script src="https://daybreak.example/embed.js" data-location="bakersfield" data-lang="en" async></script>
// The site must be on the list of daybreak.contact.frame-ancestors. Nothing is stored in the browser, nobody is tracked.
(() => {
  const script = document.currentScript;
  const home = new URL(script.src).origin;
  const query = new URLSearchParams({ embed: '1', page_url: location.origin + location.pathname });
  for (const name of ['location', 'lang']) {
    if (script.dataset[name]) {
      query.set(name, script.dataset[name]);
    }
  }
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (/^utm_(source|medium|campaign|term|content)$/.test(name)) {
      query.set(name, value);
    }
  }
  if (document.referrer) {
    const from = new URL(document.referrer);
    query.set('referrer', from.origin + from.pathname);
  }
  const frame = document.createElement('iframe');
  frame.src = home + '/contact?' + query;
  frame.title = script.dataset.title || 'Contact form';
  frame.style.cssText = 'width:100%;border:0;min-height:900px';
  addEventListener('message', (event) => {
    if (event.source === frame.contentWindow && event.origin === home && event.data.daybreak === 'height') {
      frame.style.height = Math.min(Math.max(Number(event.data.height) || 0, 200), 6000) + 'px';
    }
  });
  script.after(frame);
})();
