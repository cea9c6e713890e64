// The list beside the map, what is said above it, and the filters.

function fillList() {
  list = shownEvents();
  listed = 0;
  $('list').replaceChildren();
  $('list').parentElement.scrollTop = 0;
  growList();
}

function growList() {
  const more = list.slice(listed, listed + pageSize);
  $('list').append(...more.map(listItem));
  listed += more.length;
  $('more').hidden = listed >= list.length;
}

function tellStatus() {
  let killed = 0, placed = 0, first = Infinity, last = -Infinity;
  for (const i of list) {
    killed += Math.max(0, killedOf[i]);
    if (located(i)) placed++;
    if (firstDay[i] !== noDay) [first, last] = [Math.min(first, firstDay[i]), Math.max(last, lastDay[i])];
  }
  const parts = [list.length === size ? countWords(size, 'event', 'events') : numbers.format(list.length) + ' of ' + countWords(size, 'event', 'events')];
  if (killed) parts.push(numbers.format(killed) + ' killed');
  if (placed < list.length) parts.push(numbers.format(list.length - placed) + ' not on the map');
  if (settings.left) parts.push(countWords(settings.left, 'later event is', 'later events are') + ' not in this page');
  $('status').textContent = parts.join(' · ');
  $('span').textContent = filters.from !== null ? spanWords(filters.from, filters.to) : first > last ? '' : spanWords(first, last);
  $('reset').hidden = !filtered();
}

// makeKey shows how large a dot is for how many.
function makeKey() {
  for (const killed of [0, 10, 100]) {
    const circle = element('span', 'circle'), wide = 2 * dotRadius(killed) + 'px';
    circle.style.width = circle.style.height = wide;
    $('sizes').append(element('span', '', circle, killed + (killed ? '' : ' or unknown')));
  }
}

function filtered() {
  return filters.from !== null || filters.off.size > 0 || filters.text !== '' || filters.precision < 6 || filters.actor !== '';
}

function makeFilters() {
  const counts = new Array(classes.length).fill(0);
  for (let i = 0; i < size; i++) counts[typeOf[i]]++;
  classes.forEach((c, i) => {
    if (!counts[i]) return;
    const swatch = element('span', 'dot');
    swatch.style.color = 'var(--type-' + i + ')';
    const button = element('button', 'chip', swatch, written('span', '', c.name), element('span', 'count', numbers.format(counts[i])));
    button.type = 'button';
    button.dataset.type = i;
    button.addEventListener('click', () => toggleType(i));
    button.addEventListener('dblclick', () => onlyType(i));
    $('types').append(button);
  });
  addActors();
  let waiting = 0;
  $('text').addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { filters.text = $('text').value; refresh(); }, 120);
  });
  $('precision').addEventListener('change', () => { filters.precision = +$('precision').value; refresh(); });
  $('actor').addEventListener('change', () => { filters.actor = $('actor').value; refresh(); });
  $('reset').addEventListener('click', reset);
}

// addActors offers the actors named most often.
function addActors() {
  const counts = new Map();
  for (let i = 0; i < size; i++) {
    for (const a of new Set([get(i, 'actor1'), get(i, 'actor2')])) if (a) counts.set(a, (counts.get(a) || 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 100);
  $('actor').parentElement.hidden = most.length === 0;
  for (const [actor, n] of most) {
    const option = written('option', '', actor.slice(0, 60) + ' (' + n + ')');
    option.value = actor;
    $('actor').append(option);
  }
}

function toggleType(type) {
  if (!filters.off.delete(type)) filters.off.add(type);
  refresh();
}

function onlyType(type) {
  filters.off = new Set(classes.map((_, i) => i).filter(i => i !== type));
  refresh();
}

function reset() {
  Object.assign(filters, { from: null, to: null, off: new Set(), text: '', precision: 6, actor: '' });
  stop();
  refresh();
}

// refresh shows the effect of a changed filter, but for time.
function refresh() {
  matchAll();
  if (timeline.counts) countBins();
  refreshTime();
  for (const chip of document.querySelectorAll('.chip')) chip.setAttribute('aria-pressed', !filters.off.has(+chip.dataset.type));
  if ($('text').value !== filters.text) $('text').value = filters.text;
  $('precision').value = filters.precision;
  $('actor').value = filters.actor;
}

// refreshTime shows the effect of other days.
function refreshTime() {
  matchTime();
  if (timeline.counts) {
    drawHistogram($('histogram'));
    placeBrush();
  }
  dots.redraw();
  fillList();
  tellStatus();
  saveView();
}
