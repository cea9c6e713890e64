// The filters, and what is said above the map of what they leave.

function tellStatus() {
  let killed = 0, placed = 0, first = Infinity, last = -Infinity;
  for (const i of list) {
    killed += Math.max(0, killedOf[i]);
    if (located(i)) placed++;
    if (!dated(i)) continue;
    if (firstDay[i] < first) first = firstDay[i];
    if (lastDay[i] > last) last = lastDay[i];
  }
  const parts = [list.length === size ? countWords(size, 'event', 'events') : numbers.format(list.length) + ' of ' + countWords(size, 'event', 'events')];
  if (killed) parts.push(numbers.format(killed) + ' killed');
  if (placed < list.length) parts.push(numbers.format(list.length - placed) + ' not on the map');
  if (settings.left) parts.push(countWords(settings.left, 'later event is', 'later events are') + ' not in this page');
  $('status').textContent = parts.join(' · ');
  $('span').textContent = filters.from !== null ? spanWords(filters.from, filters.to) : first > last ? '' : spanWords(first, last);
  $('reset').hidden = !filtered();
}

function filtered() {
  return filters.from !== null || filters.off.size > 0 || filters.text !== '' || filters.precision < 6 || filters.actor !== 0 || filters.only !== '';
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
  addGaps();
  let waiting = 0;
  $('text').addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { filters.text = $('text').value; refresh(); }, 120);
  });
  $('precision').addEventListener('change', () => { filters.precision = +$('precision').value; refresh(); });
  $('actor').addEventListener('change', () => { filters.actor = +$('actor').value; refresh(); });
  $('reset').addEventListener('click', reset);
}

// addActors offers the actors named most often, the first of them most.
function addActors() {
  const counts = new Uint32Array(settings.actors.length + 1);
  for (let i = 0; i < size; i++) {
    counts[actorOf[0][i]]++;
    counts[actorOf[1][i]]++;
  }
  $('actor').parentElement.hidden = settings.actors.length === 0;
  settings.actors.forEach((actor, n) => {
    const option = written('option', '', actor.slice(0, 60) + ' (' + numbers.format(counts[n + 1]) + ')');
    option.value = n + 1;
    $('actor').append(option);
  });
}

// addGaps offers what no map and no time bar can show.
function addGaps() {
  for (const [only, has, words] of [['unplaced', located, 'not on the map'], ['undated', dated, 'without a date']]) {
    let n = 0;
    for (let i = 0; i < size; i++) if (!has(i)) n++;
    if (!n) continue;
    const button = element('button', 'gap', element('span', 'count', numbers.format(n)), ' ' + words);
    button.type = 'button';
    button.dataset.only = only;
    button.addEventListener('click', () => { filters.only = filters.only === only ? '' : only; refresh(); });
    $('gaps').append(button);
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
  Object.assign(filters, { from: null, to: null, off: new Set(), text: '', precision: 6, actor: 0, only: '' });
  stop();
  refresh();
}

// refresh shows the effect of a changed filter, but for time.
function refresh() {
  matchAll();
  if (timeline.counts) countBins();
  refreshTime();
  for (const chip of document.querySelectorAll('.chip')) chip.setAttribute('aria-pressed', !filters.off.has(+chip.dataset.type));
  for (const gap of document.querySelectorAll('.gap')) gap.setAttribute('aria-pressed', filters.only === gap.dataset.only);
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
  fillList();
  dots.redraw();
  tellStatus();
  saveView();
}
