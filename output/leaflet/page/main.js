// The page: joins map, list, time bar and filters, and keeps the view in the
// address so that it can be shared.

const colours = { classes: [] };
const $ = id => document.getElementById(id);
const pageSize = 100; // items added to the list at a time

let map, dots, restyleBackdrop, list = [], listed = 0, playing = 0;

function readColours() {
  const css = getComputedStyle(document.documentElement);
  for (const name of ['paper', 'text', 'muted', 'line', 'land', 'coast', 'border', 'country', 'halo', 'label', 'radius']) {
    colours[name] = css.getPropertyValue('--' + name).trim();
  }
  colours.font = css.getPropertyValue('--font').trim();
  const dark = css.getPropertyValue('--dark').trim() === '1';
  colours.classes = classes.map(c => dark ? c.dark : c.light);
  classes.forEach((c, i) => document.documentElement.style.setProperty('--type-' + i, colours.classes[i]));
}

// ── map ──

function makeMap() {
  map = L.map('map', {
    zoomControl: false, attributionControl: false, minZoom: 1, maxZoom: 13, zoomSnap: 0.5,
    worldCopyJump: false, maxBounds: [[-90, -200], [90, 200]], maxBoundsViscosity: 0.8,
    zoomAnimation: !reducedMotion(), fadeAnimation: !reducedMotion(), inertia: !reducedMotion(),
  });
  L.control.zoom({ position: 'topright' }).addTo(map);
  L.control.scale({ imperial: false, position: 'bottomright' }).addTo(map);
  readCountryNames();
  showEverything();
  restyleBackdrop = addBackdrop(map);
  dots = new Dots().addTo(map);
  map.on('click', e => pick(e.containerPoint));
  map.on('mousemove', e => hover(e.containerPoint));
  map.on('moveend', saveView);
  map.on('popupclose', () => select(-1));
}

function reducedMotion() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function showEverything() {
  const box = L.latLngBounds([]);
  for (const spot of spots) box.extend([spot.lat, spot.lon]);
  if (box.isValid()) map.fitBounds(box, { padding: [46, 46], maxZoom: 9, animate: false });
  else map.setView([20, 10], 2);
}

function pick(point) {
  const d = dots.at(point);
  if (!d) return;
  if (d.spots > 1) zoomInto(d.events);
  else if (d.events) openPile(d.events);
  else open(d.event);
}

// zoomInto shows the spots of a pile apart.
function zoomInto(events) {
  const box = L.latLngBounds([]);
  for (const i of events) box.extend([spots[spotOf[i]].lat, spots[spotOf[i]].lon]);
  map.fitBounds(box, { padding: [60, 60], maxZoom: Math.min(map.getMaxZoom(), map.getZoom() + 4) });
}

function hover(point) {
  const d = dots.at(point);
  $('map').classList.toggle('over', Boolean(d));
  $('map').title = d ? (d.events ? countWords(d.events.length, 'event', 'events') + (d.spots > 1 ? ' near here' : ' here') : titleOf(d.event)) : '';
}

function select(event) {
  dots.selected = event;
  dots.redraw();
  for (const old of document.querySelectorAll('.item[aria-current]')) old.removeAttribute('aria-current');
  const button = event < 0 ? null : document.querySelector('.item[data-event="' + event + '"]');
  if (button) button.setAttribute('aria-current', 'true');
  saveView();
}

// open shows an event: on the map if it is there, else in place.
function open(event, back) {
  const content = details(event);
  if (back) {
    const button = element('button', 'back', '‹ All ' + back.length + ' events here');
    button.type = 'button';
    button.addEventListener('click', () => openPile(back));
    content.prepend(button);
  }
  show(event, content);
  select(event);
}

function show(event, content) {
  if (!located(event)) {
    map.closePopup();
    dialog(content);
    return;
  }
  const spot = spots[spotOf[event]];
  popup([spot.lat, spot.lon], content);
}

function dialog(content) {
  $('aside').replaceChildren(content);
  if (!$('dialog').open) $('dialog').showModal();
}

// popup shows content at a spot of the map, or over the page where the map is
// too low for it.
function popup(at, content) {
  map.off('popupclose');
  if (map.getSize().y < 520) return dialog(content);
  L.popup({ maxWidth: Math.min(340, map.getSize().x - 90), maxHeight: Math.max(160, map.getSize().y - 90), autoPanPaddingTopLeft: [14, 14], autoPanPaddingBottomRight: [54, 14] })
    .setLatLng(at).setContent(content).openOn(map);
  map.on('popupclose', () => select(-1));
}

function openPile(events) {
  const spot = spots[spotOf[events[0]]];
  const place = spotName(events) || get(events[0], 'place_name') || 'one spot';
  const items = element('ol', 'pile', ...events.slice(0, 300).map(listItem));
  items.addEventListener('click', e => {
    const button = e.target.closest('.item');
    if (button) open(+button.dataset.event, events);
  });
  const box = element('div', 'details', written('h2', '', countWords(events.length, 'event', 'events') + ', ' + place), items);
  if (events.length > 300) box.append(element('p', 'when', 'The first 300 are listed.'));
  popup([spot.lat, spot.lon], box);
  select(events[0]);
}

// ── list ──

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

// ── status ──

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

// ── filters ──

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

// ── time bar ──

function makeTime() {
  const track = $('track');
  if (!readTime(track.clientWidth)) {
    $('time').hidden = true;
    return;
  }
  countBins();
  track.addEventListener('pointerdown', startDrag);
  $('play').addEventListener('click', () => playing ? stop() : play());
  for (const [id, end] of [['from', 'from'], ['to', 'to']]) {
    $(id).addEventListener('keydown', e => keyOnHandle(e, end));
  }
}

function choose(from, to) {
  from = Math.max(timeline.first, Math.min(from, timeline.last));
  to = Math.max(from, Math.min(to, timeline.last));
  const all = from === timeline.first && to === timeline.last;
  filters.from = all ? null : from;
  filters.to = all ? null : to;
  refreshTime();
}

function chosen() {
  return filters.from === null ? [timeline.first, timeline.last] : [filters.from, filters.to];
}

function placeBrush() {
  const width = $('track').clientWidth, [from, to] = chosen();
  const left = dayToX(from, width), right = dayToX(to + 1, width);
  $('window').style.left = left + 'px';
  $('window').style.width = Math.max(2, right - left) + 'px';
  $('window').classList.toggle('all', filters.from === null);
  for (const [id, x, day] of [['from', left, from], ['to', right, to]]) {
    $(id).style.left = x + 'px';
    $(id).setAttribute('aria-valuemin', timeline.first);
    $(id).setAttribute('aria-valuemax', timeline.last);
    $(id).setAttribute('aria-valuenow', day);
    $(id).setAttribute('aria-valuetext', dayWords(day));
  }
}

// startDrag moves an end of the window, the window, or makes a new one,
// whichever the pointer is on.
function startDrag(e) {
  stop();
  const track = $('track'), box = track.getBoundingClientRect(), width = box.width;
  const dayAt = event => xToDay(Math.max(0, Math.min(width, event.clientX - box.left)), width);
  const [from, to] = chosen(), start = dayAt(e);
  const near = day => Math.abs(dayToX(day, width) - (e.clientX - box.left)) < 9;
  let drag;
  if (near(from) && filters.from !== null || e.target.id === 'from') drag = day => choose(Math.min(day, to), to);
  else if (near(to + 1) && filters.from !== null || e.target.id === 'to') drag = day => choose(from, Math.max(day - 1, from));
  else if (filters.from !== null && start >= from && start <= to) drag = day => slide(from, to, day - start);
  else drag = day => choose(Math.min(start, day), Math.max(start, day, Math.min(start, day)));
  const move = event => drag(dayAt(event));
  const done = event => {
    track.removeEventListener('pointermove', move);
    if (Math.abs(event.clientX - e.clientX) < 3 && e.target.id !== 'from' && e.target.id !== 'to') click(start);
  };
  track.setPointerCapture(e.pointerId);
  track.addEventListener('pointermove', move);
  track.addEventListener('pointerup', done, { once: true });
  track.addEventListener('pointercancel', done, { once: true });
}

// click on the time bar chooses the bar there; on the window, all days again.
function click(day) {
  const [from, to] = chosen();
  if (filters.from !== null && day >= from && day <= to) return choose(timeline.first, timeline.last);
  const bin = binOf(day);
  choose(timeline.edges[bin], timeline.edges[bin + 1] - 1);
}

// slide moves the window without changing how long it is.
function slide(from, to, by) {
  by = Math.max(timeline.first - from, Math.min(by, timeline.last - to));
  choose(from + by, to + by);
}

function keyOnHandle(e, end) {
  const [from, to] = chosen(), step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[e.key];
  let day = end === 'from' ? from : to;
  if (step) day = stepBy(day, end, step);
  else if (e.key === 'Home') day = end === 'from' ? timeline.first : from;
  else if (e.key === 'End') day = end === 'from' ? to : timeline.last;
  else return;
  e.preventDefault();
  if (end === 'from') choose(Math.min(day, to), to);
  else choose(from, Math.max(day, from));
}

// stepBy moves an end of the window by so many bars.
function stepBy(day, end, step) {
  const last = timeline.edges.length - 2;
  const bin = Math.max(0, Math.min(last, binOf(day) + step));
  return end === 'from' ? timeline.edges[bin] : timeline.edges[bin + 1] - 1;
}

// play slides the window through time; without one it lets events add up from
// the first.
function play() {
  if (filters.from === null || filters.to === timeline.last) {
    const length = filters.from === null || filters.from === timeline.first ? null : binOf(filters.to) - binOf(filters.from);
    if (length === null) choose(timeline.first, timeline.edges[1] - 1);
    else choose(timeline.first, timeline.edges[length + 1] - 1);
  }
  const growing = filters.from === timeline.first;
  $('play').setAttribute('aria-label', 'Pause');
  $('play').classList.add('on');
  playing = setInterval(() => advance(growing), Math.max(60, Math.min(400, 24000 / timeline.edges.length)));
}

function advance(growing) {
  const from = binOf(filters.from), to = binOf(filters.to);
  if (filters.from === null || to + 1 >= timeline.edges.length - 1) return stop();
  choose(growing ? timeline.first : timeline.edges[from + 1], timeline.edges[to + 2] - 1);
}

function stop() {
  clearInterval(playing);
  playing = 0;
  $('play').setAttribute('aria-label', 'Play');
  $('play').classList.remove('on');
}

// ── the view in the address ──

let saving = 0;

function saveView() {
  clearTimeout(saving);
  saving = setTimeout(() => {
    const c = map.getCenter(), parts = ['map=' + [+map.getZoom().toFixed(1), c.lat.toFixed(3), c.lng.toFixed(3)].join('/')];
    if (filters.from !== null) parts.push('days=' + isoDay(filters.from) + '..' + isoDay(filters.to));
    if (filters.off.size) parts.push('without=' + [...filters.off].sort((a, b) => a - b).map(i => encodeURIComponent(classes[i].type)).join(','));
    if (filters.text) parts.push('text=' + encodeURIComponent(filters.text));
    if (filters.actor) parts.push('actor=' + encodeURIComponent(filters.actor));
    if (filters.precision < 6) parts.push('precision=' + precisionNames[filters.precision]);
    if (dots.selected >= 0) parts.push('event=' + encodeURIComponent(get(dots.selected, 'id') || ''));
    try { history.replaceState(null, '', '#' + parts.join('&')); } catch { /* some browsers forbid it for files */ }
  }, 200);
}

// decoded is a part of the address as text; empty if it was cut short.
function decoded(part) {
  try { return decodeURIComponent(part); } catch { return ''; }
}

function restoreView() {
  const said = new Map(location.hash.slice(1).split('&').filter(Boolean).map(p => {
    const at = p.indexOf('=');
    return [p.slice(0, at), p.slice(at + 1)];
  }));
  applyView(said);
  return said;
}

function applyView(said) {
  const [zoom, lat, lng] = (said.get('map') || '').split('/').map(Number);
  if (Number.isFinite(zoom) && Number.isFinite(lat) && Number.isFinite(lng)) map.setView([lat, lng], zoom, { animate: false });
  const days = (said.get('days') || '').split('..').map(parseDay);
  if (days.length === 2 && days[0] !== null && days[1] !== null && days[0] <= days[1]) [filters.from, filters.to] = days;
  const precision = precisionNames.indexOf(said.get('precision'));
  if (precision >= 0) filters.precision = precision;
  filters.text = decoded(said.get('text') || '');
  filters.actor = decoded(said.get('actor') || '');
  for (const type of said.has('without') ? said.get('without').split(',') : []) {
    const i = classAt.get(decoded(type));
    if (i !== undefined) filters.off.add(i);
  }
}

function openSaid(said) {
  if (!said.has('event')) return;
  const id = decoded(said.get('event'));
  for (let i = 0; i < size; i++) if (get(i, 'id') === id) return open(i);
}

// ── page ──

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
