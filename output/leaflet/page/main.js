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
  document.addEventListener('scroll', showRows, { capture: true, passive: true });
  $('close').addEventListener('click', () => $('dialog').close());
  $('dialog').addEventListener('close', () => select(-1));
  document.addEventListener('keydown', shortcuts);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
  matchMedia('print').addEventListener('change', () => { showRows(); repaint(); });
}

colours.dark = () => getComputedStyle(document.documentElement).getPropertyValue('--dark').trim() === '1';

function resize() {
  if (timeline.counts && readTime($('track').clientWidth)) {
    countBins();
    drawHistogram($('histogram'));
    placeBrush();
  }
}

// resizeMap draws at once: a frame later the new size would be shown with the old
// picture on it.
function resizeMap() {
  map.invalidateSize();
  backdrop.draw();
  dots.draw();
  showRows();
}

function repaint() {
  readColours();
  backdrop.draw();
  dots.draw();
  showSizes();
  if (timeline.counts) drawHistogram($('histogram'));
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
  readSpots();
  makePage();
  makeMap();
  makeKey();
  makeFilters();
  makeTime();
  const said = restoreView();
  refresh();
  makeBackdrop();
  dots.draw();
  new ResizeObserver(resize).observe($('track'));
  new ResizeObserver(resizeMap).observe($('map'));
  openSaid(said);
  readWordsSlowly();
  document.documentElement.dataset.ready = '1';
  performance.mark('ready');
}

start();
