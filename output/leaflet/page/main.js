// The page as a whole: buttons, keys, sizes, and the start.

function makePage() {
  document.title = settings.title;
  $('theme').addEventListener('click', () => {
    document.documentElement.dataset.theme = colours.dark() ? 'light' : 'dark';
    repaint();
  });
  $('filterButton').addEventListener('click', () => {
    const openNow = document.body.classList.toggle('filtering');
    $('filterButton').setAttribute('aria-expanded', openNow);
  });
  $('list').addEventListener('click', e => {
    const button = e.target.closest('.item');
    if (button) fromList(+button.dataset.event, e.detail === 0);
  });
  $('list').addEventListener('keydown', moveInList);
  $('more').addEventListener('click', growList);
  $('scroll').addEventListener('scroll', () => {
    const s = $('scroll');
    if (listed < list.length && s.scrollTop + s.clientHeight > s.scrollHeight - 400) growList();
  });
  $('close').addEventListener('click', () => $('dialog').close());
  $('dialog').addEventListener('close', () => select(-1));
  document.addEventListener('keydown', shortcuts);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
  matchMedia('print').addEventListener('change', repaint);
}

colours.dark = () => getComputedStyle(document.documentElement).getPropertyValue('--dark').trim() === '1';

function resize() {
  if (timeline.counts && readTime($('track').clientWidth)) {
    countBins();
    drawHistogram($('histogram'));
    placeBrush();
  }
}

function repaint() {
  readColours();
  restyleBackdrop();
  dots.draw();
  if (timeline.counts) drawHistogram($('histogram'));
}

// fromList opens an event of the list. With the keyboard the pop-up gets the
// focus, and gives it back when it is closed.
function fromList(event, byKey) {
  if (located(event)) {
    const spot = spots[spotOf[event]];
    if (map.getZoom() < 6 || !map.getBounds().contains([spot.lat, spot.lon])) map.setView([spot.lat, spot.lon], Math.max(map.getZoom(), 6), { animate: !reducedMotion() });
  }
  open(event);
  const content = document.querySelector('.leaflet-popup .details');
  if (!byKey || !content) return;
  content.tabIndex = -1;
  content.focus();
  map.once('popupclose', () => {
    const button = document.querySelector('.item[data-event="' + event + '"]');
    if (button) button.focus();
  });
}

function moveInList(e) {
  const item = e.target.closest('li');
  const next = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[e.key];
  if (!item || !next || !item[next]) return;
  e.preventDefault();
  item[next].querySelector('button').focus();
}

function shortcuts(e) {
  if (e.target.matches('input, select, textarea, [role=slider]') || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === '/') {
    e.preventDefault();
    $('text').focus();
  } else if (e.key === ' ' && !e.target.closest('button, summary, a')) {
    e.preventDefault();
    if (playing) stop(); else play();
  } else if (e.key === 'Escape') {
    map.closePopup();
  }
}

function start() {
  readColours();
  readEvents();
  makePage();
  makeMap();
  makeFilters();
  makeTime();
  makeKey();
  const said = restoreView();
  refresh();
  new ResizeObserver(resize).observe($('track'));
  new ResizeObserver(() => map.invalidateSize()).observe($('map'));
  dots.draw();
  openSaid(said);
  document.documentElement.dataset.ready = '1';
}

start();
