// The list of names, the question that is asked, and how it is answered. What
// names and sources say is text only, never markup.

const byId = id => document.getElementById(id);
const token = new URLSearchParams(location.search).get('token');

let names = [], items = [], file = '', again = '', events = 0; // events of the whole input
let current = 0;
let question = null; // what helps to decide the current name; null until it is there
const questions = new Map(); // by the name's number, as a promise
let shown = []; // the candidates on the page: the name's own, or those searched for
const undone = []; // what each decision has changed: {name, decision, note}
let pointing = false;

// element returns an element with text and children.
function element(tag, className, ...content) {
  const e = document.createElement(tag);
  if (className) e.className = className;
  e.append(...content);
  return e;
}

// ask asks the server and returns its answer; it says what went wrong and
// returns null. What somebody else has decided meanwhile is shown, and no failure.
async function ask(path, parameters, body) {
  const query = new URLSearchParams({ token, ...parameters });
  try {
    const answer = await fetch(path + '?' + query, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok && answer.status !== 409) throw new Error((await answer.text()).trim());
    byId('failure').hidden = true;
    const said = await answer.json();
    if (answer.ok) return said;
    takeOver(said);
    fail(`Not saved: ${file} was changed elsewhere, and decides this name otherwise. Decide again, or go on.`);
    return null;
  } catch (e) {
    const gone = e instanceof TypeError;
    fail(gone ? 'The program does not answer; it may have ended. What was decided before is saved.' : 'Not saved: ' + e.message);
    return null;
  }
}

function fail(text) {
  byId('failure').textContent = text;
  byId('failure').hidden = false;
}

// takeOver shows names as they are decided now.
function takeOver(changed) {
  for (const n of changed) {
    if (n.number >= names.length) continue; // beyond those that are shown
    names[n.number] = n;
    drawName(n.number);
  }
  if (!changed.length) return;
  drawCounts();
  if (changed.some(n => n.number === current)) drawQuestion();
}

// refresh takes over what was decided elsewhere, when the page is looked at again.
async function refresh() {
  const changed = await ask('/refresh', {}, {});
  if (!changed || !changed.length) return;
  takeOver(changed);
  say(`${file} was changed elsewhere: ${plural(changed.length, 'name')} taken over.`);
}

function say(text) { byId('said').textContent = text; }

function plural(n, what) { return n.toLocaleString('en') + ' ' + what + (n === 1 ? '' : 's'); }

function percent(p) {
  return p > 0 && p < 0.01 ? '<1 %' : p > 0.99 && p < 1 ? '>99 %' : Math.round(100 * p) + ' %';
}

// meaning says what a name was decided to be.
function meaning(d) {
  if (!d) return '';
  if (d.place_id === 'none') return 'not a place';
  if (d.place) return d.place.name + ', ' + d.place.where;
  return d.place_id || `a point at ${d.lat.toFixed(4)}, ${d.lon.toFixed(4)}` + (d.radius_m ? `, within ${d.radius_m.toLocaleString('en')} m` : '');
}

// The list.

function drawNames() {
  items = names.map((n, i) => {
    const button = element('button');
    button.type = 'button';
    button.tabIndex = -1;
    button.addEventListener('click', () => go(i));
    return element('li', '', button);
  });
  byId('names').replaceChildren(...items);
  names.forEach((_, i) => drawName(i));
}

function drawName(i) {
  const n = names[i], button = items[i].firstChild;
  const label = element('span', 'label', n.name);
  label.dir = 'auto';
  const events = element('span', 'events', n.events.toLocaleString('en'));
  events.title = plural(n.events, 'event');
  const mark = element('span', 'mark', n.decision ? '✓' : '');
  mark.setAttribute('aria-label', n.decision ? 'decided' : 'open');
  mark.setAttribute('role', 'img');
  button.replaceChildren(mark, label, events, element('span', 'small', meaning(n.decision) || n.within || n.reason));
  button.classList.toggle('decided', Boolean(n.decision));
}

function drawCounts() {
  const decided = names.filter(n => n.decision);
  const open = names.reduce((all, n) => all + (n.decision ? 0 : n.events), 0);
  byId('counts').textContent = `${decided.length.toLocaleString('en')} of ${plural(names.length, 'name')} decided · ${(events - open).toLocaleString('en')} of ${plural(events, 'event')} settled`;
  const bar = byId('bar');
  bar.setAttribute('aria-valuemax', names.length);
  bar.setAttribute('aria-valuenow', decided.length);
  bar.style.width = 100 * decided.length / names.length + '%';
  byId('undo').disabled = !undone.length;
}

// go shows a name's question, and returns the promise of all that helps with it.
function go(i) {
  if (i < 0 || i >= names.length) return;
  closeSearch();
  closeNote();
  point(false);
  const buttons = items;
  buttons[current].firstChild.removeAttribute('aria-current');
  buttons[current].firstChild.tabIndex = -1;
  current = i;
  buttons[i].firstChild.setAttribute('aria-current', 'true');
  buttons[i].firstChild.tabIndex = 0;
  buttons[i].firstChild.focus({ preventScroll: true });
  buttons[i].scrollIntoView({ block: 'nearest' });
  question = null;
  drawQuestion();
  return fetchQuestion(i).then(q => {
    if (i !== current || !q) return;
    question = q;
    drawQuestion();
    const next = nextOpen(i);
    if (next >= 0) fetchQuestion(next); // so that it is there when this one is answered
  });
}

// fetchQuestion asks once for what helps to decide a name.
function fetchQuestion(i) {
  if (!questions.has(i)) questions.set(i, ask('/question', { number: i }));
  const answer = questions.get(i);
  answer.then(q => { if (!q) questions.delete(i); });
  return answer;
}

// step goes to the next name that the filter shows, forwards or backwards.
function step(by) {
  for (let i = current + by; i >= 0 && i < names.length; i += by) {
    if (!items[i].hidden) return go(i);
  }
}

// first goes to the first name that the filter shows.
function first() {
  const i = items.findIndex(li => !li.hidden);
  if (i >= 0) go(i);
}

// filter shows the names that have these letters. The others leave the list: to
// hide thousands of its items one by one takes seconds.
function filter() {
  const letters = byId('filter').value.trim().toLocaleLowerCase();
  byId('names').replaceChildren();
  names.forEach((n, i) => { items[i].hidden = !(n.name + ' ' + n.within).toLocaleLowerCase().includes(letters); });
  const shown = items.filter(li => !li.hidden);
  byId('names').replaceChildren(...shown);
  byId('none').hidden = shown.length > 0;
}

// The question.

function drawQuestion() {
  const n = names[current], { taken = null, dates = '', candidates = [], samples = [] } = question || {};
  byId('name').textContent = n.name;
  byId('facts').textContent = [n.event && 'an event that names no place', n.within && 'in ' + n.within, !n.event && plural(n.events, 'event'), dates, !n.decision && n.reason].filter(Boolean).join(' · ');
  byId('taken').replaceChildren(...taken && !n.decision ? ['Taken for ', element('strong', '', taken.name), ' ' + taken.where + (taken.probability && taken.probability < 0.5 ? `, ${percent(taken.probability)} likely` : '')] : []);
  byId('accept').hidden = !taken || Boolean(n.decision);
  byId('noted').textContent = n.note ? 'Note: ' + n.note : '';
  byId('decision').textContent = n.decision ? 'Decided: ' + meaning(n.decision) : '';
  byId('reopen').hidden = !n.decision;
  byId('samples').replaceChildren(...samples.map(s => drawSample(s, n.name)));
  byId('question').scrollTop = 0;
  drawCandidates(candidates, candidates.length || !question ? 'Could be' : 'Could be nothing that the gazetteer knows');
}

function drawCandidates(list, heading) {
  shown = list;
  byId('heading').textContent = heading;
  byId('candidates').replaceChildren(...list.map(drawCandidate));
  const decision = names[current].decision;
  const places = list.map((c, i) => ({
    lat: c.lat, lon: c.lon, label: i + 1, title: c.name + ', ' + c.where, chosen: isChosen(c), choose: () => pointing || choose(i),
  }));
  if (decision && decision.place_id !== 'none' && !list.some(isChosen)) {
    const at = decision.place || decision;
    if (at.lat !== undefined) places.push({ lat: at.lat, lon: at.lon, label: '✓', title: meaning(decision), chosen: true, choose: () => {} });
  }
  showPlaces(places);
}

function isChosen(c) {
  const d = names[current].decision;
  return Boolean(d) && Boolean(c.id) && d.place_id === c.id;
}

function drawCandidate(c, i) {
  const place = element('span', 'place', element('strong', '', c.name), ' ' + c.where);
  const button = element('button', isChosen(c) ? 'chosen' : '', element('span', 'number', String(i + 1)), place,
    element('span', 'chance', c.probability ? percent(c.probability) : ''), element('span', 'why', (c.why || []).join('; ')));
  button.type = 'button';
  button.addEventListener('click', () => choose(i));
  return element('li', '', button);
}

function drawSample(s, name) {
  const li = element('li', '');
  if (s.quote) li.append(quoteOf(s.quote, name));
  else if (s.title) li.append(element('div', 'title', s.title));
  const cells = (s.cells || []).flatMap((c, i) => [i ? ' · ' : '', element('span', '', c)]);
  if (cells.length) li.append(element('div', 'cells', ...cells));
  li.append(element('div', 'source', [s.date, s.document, s.row && 'row ' + s.row].filter(Boolean).join(' · ')));
  li.querySelectorAll('.title, blockquote').forEach(e => { e.dir = 'auto'; });
  return li;
}

// quoteOf marks the name in a quote.
function quoteOf(quote, name) {
  const parts = quote.split(name);
  return element('blockquote', '', ...parts.flatMap((part, i) => i ? [element('mark', '', name), part] : [part]));
}

// The answers.

function choose(i) {
  if (shown[i]) return decide(shown[i].id ? { place_id: shown[i].id } : { lat: shown[i].lat, lon: shown[i].lon });
}

// decide saves a decision on the current name, or with {} none, and goes on to
// the next open one.
async function decide(decision) {
  const i = current, { decision: before, note } = names[i];
  if (!await save(i, decision)) return;
  undone.push({ name: i, decision: before, note });
  drawCounts();
  const left = names.filter(n => !n.decision).length;
  say(`${names[i].name}: ${meaning(names[i].decision) || 'open'}. ${left} left.`);
  const next = nextOpen(i);
  await go(names[i].decision && next >= 0 ? next : i);
}

async function save(i, { place_id, lat, lon, radius_m }, note) {
  const changed = await ask('/decide', {}, { name: i, place_id, lat, lon, radius_m, note });
  if (!changed) return false;
  takeOver(changed);
  return true;
}

// accept decides that the name is what it is taken for.
function accept() {
  const taken = question && question.taken;
  if (taken && !names[current].decision) return decide({ place_id: taken.id });
}

// nextOpen returns the open name after a name, from the top after the last, of
// those that the filter shows; -1 if none is open.
function nextOpen(i) {
  const open = (n, j) => !n.decision && !items[j].hidden;
  const after = names.findIndex((n, j) => j > i && open(n, j));
  return after >= 0 ? after : names.findIndex(open);
}

async function undo() {
  const last = undone.pop();
  if (!last) return;
  if (!await save(last.name, last.decision || {}, last.note)) {
    undone.push(last);
    return;
  }
  drawCounts();
  say(`${names[last.name].name}: ${meaning(names[last.name].decision) || 'open again'}.`);
  await go(last.name);
}

// A note.

function openNote() {
  closeSearch();
  point(false);
  byId('noting').hidden = false;
  byId('annotate').setAttribute('aria-expanded', 'true');
  byId('note').value = names[current].note;
  byId('note').focus();
}

function closeNote() {
  if (byId('noting').hidden) return false;
  byId('noting').hidden = true;
  byId('annotate').setAttribute('aria-expanded', 'false');
  return true;
}

async function saveNote() {
  const i = current, { decision, note } = names[i];
  if (!await save(i, decision || {}, byId('note').value)) return;
  undone.push({ name: i, decision, note });
  closeNote();
  drawCounts();
  drawQuestion();
  items[i].firstChild.focus({ preventScroll: true });
}

// Same as.

function openSearch() {
  closeNote();
  point(false);
  byId('search').hidden = false;
  byId('same').setAttribute('aria-expanded', 'true');
  byId('text').value = '';
  byId('found').textContent = 'Type a name, then Enter; after that, the number of a place.';
  byId('text').focus();
}

function closeSearch() {
  if (byId('search').hidden) return false;
  byId('search').hidden = true;
  byId('same').setAttribute('aria-expanded', 'false');
  drawQuestion();
  return true;
}

// search shows what the typed name was decided to be elsewhere in the list, and
// what the gazetteer knows of it.
async function search(text) {
  const asked = current, found = await ask('/search', { name: text });
  if (!found || asked !== current) return;
  const alike = decidedAs(text).filter(p => !found.some(c => c.id === p.id));
  const all = [...alike, ...found].slice(0, 9);
  drawCandidates(all, all.length ? `“${text}” could be` : `Nothing is called “${text}”`);
  byId('found').textContent = all.length ? `${plural(all.length, 'place')}: press a number` : 'Nothing is called so.';
  if (all.length) byId('candidates').querySelector('button').focus();
}

// decidedAs returns what names of the list that contain the text were decided to be.
function decidedAs(text) {
  const places = new Map();
  for (const n of names) {
    const d = n.decision;
    if (!d || d.place_id === 'none' || !n.name.toLocaleLowerCase().includes(text.toLocaleLowerCase())) continue;
    const why = [`you decided so of “${n.name}”`];
    if (d.place) places.set(d.place_id, { ...d.place, why });
    else if (d.lat !== undefined) places.set(meaning(d), { name: n.name, where: meaning(d), lat: d.lat, lon: d.lon, why });
  }
  return [...places.values()];
}

// A point on the map.

function point(on) {
  if (pointing === on) return false;
  pointing = on;
  byId('pointing').hidden = byId('cross').hidden = !on;
  byId('map').classList.toggle('pointing', on);
  byId('point').setAttribute('aria-pressed', String(on));
  map.invalidateSize({ animate: false }); // the form below it takes room
  if (on) {
    closeNote();
    byId('radius').value = ''; // how exact the point before was says nothing of this one
    writeCentre();
    byId('map').focus();
  }
  return true;
}

function writeCentre() {
  const c = map.getCenter().wrap();
  byId('at').value = `${c.lat.toFixed(4)}, ${c.lng.toFixed(4)}`;
}

function setPoint() {
  const numbers = byId('at').value.split(/[,;\s]+/).filter(Boolean).map(Number);
  if (numbers.length !== 2 || !(Math.abs(numbers[0]) <= 90 && Math.abs(numbers[1]) <= 180)) {
    byId('at').setCustomValidity('latitude, longitude: 33.25, 44.5');
    byId('at').reportValidity();
    return;
  }
  const radius = byId('radius').value;
  return decide({ lat: numbers[0], lon: numbers[1], radius_m: radius ? Number(radius) : undefined });
}

// The end.

async function done() {
  if (!await ask('/done', {}, {})) return;
  byId('result').textContent = `${byId('counts').textContent} · saved in ${file}`;
  byId('again').textContent = again;
  byId('over').hidden = false;
  byId('ended').focus();
}

const keys = {
  a: accept,
  f: () => byId('filter').focus(),
  j: () => step(1), ArrowDown: () => step(1),
  k: () => step(-1), ArrowUp: () => step(-1),
  n: () => decide({ place_id: 'none' }),
  o: () => names[current].decision && decide({}),
  p: () => { closeSearch(); point(!pointing); },
  s: openSearch,
  t: openNote,
  m: () => byId('map').focus(),
  u: undo,
  q: done,
};

// walk takes the focus from a candidate to one beside it.
function walk(candidate, key) {
  const to = key === 'ArrowDown' ? candidate.nextSibling : key === 'ArrowUp' ? candidate.previousSibling : null;
  if (to) to.firstChild.focus();
}

// A key acts after the one before it is done with, however fast they come.
let acting = Promise.resolve();

function inTurn(act) { acting = acting.then(act, act); }

// pressed acts on a key. In a field keys are letters, and on the map the arrows
// move it.
function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !byId('over').hidden) return;
  const key = event.key, onMap = event.target === byId('map');
  if (key === 'Escape') {
    if (event.target === byId('filter')) {
      byId('filter').value = '';
      filter();
    }
    if (closeNote() || closeSearch() || point(false) || onMap || event.target === byId('filter')) items[current].firstChild.focus();
    return;
  }
  if (event.target.tagName === 'INPUT' || event.target.tagName === 'SELECT' || onMap && key.startsWith('Arrow')) return;
  if (key.startsWith('Arrow') && event.target.closest('#candidates')) walk(event.target.closest('li'), key);
  else if (onMap && pointing && key === 'Enter') inTurn(setPoint);
  else if (/^[1-9]$/.test(key)) inTurn(() => choose(key - 1));
  else if (keys[key]) inTurn(keys[key]);
  else return;
  event.preventDefault();
}

async function start() {
  const [world, all] = await Promise.all([ask('/world', {}), ask('/names', {})]);
  if (!world || !all) return;
  ({ names, file, again, events } = all);
  byId('file').textContent = file;
  byId('hidden').textContent = `${plural(all.hidden, 'name')} with fewer events follow in the next review.`;
  byId('hidden').hidden = !all.hidden;
  openMap(world);
  map.on('click', e => { if (pointing) { byId('at').value = `${e.latlng.lat.toFixed(5)}, ${e.latlng.wrap().lng.toFixed(5)}`; setPoint(); } });
  map.on('move', () => { if (pointing && document.activeElement !== byId('at')) writeCentre(); });
  byId('at').addEventListener('focus', () => byId('at').select());
  byId('accept').addEventListener('click', keys.a);
  byId('nowhere').addEventListener('click', keys.n);
  byId('annotate').addEventListener('click', () => closeNote() || openNote());
  byId('noting').addEventListener('submit', e => { e.preventDefault(); inTurn(saveNote); });
  byId('filter').addEventListener('input', filter);
  byId('filter').addEventListener('keydown', e => { if (e.key === 'Enter' || e.key === 'ArrowDown') { e.preventDefault(); first(); } });
  addEventListener('focus', refresh);
  byId('reopen').addEventListener('click', keys.o);
  byId('point').addEventListener('click', keys.p);
  byId('same').addEventListener('click', () => closeSearch() || openSearch());
  byId('undo').addEventListener('click', undo);
  byId('done').addEventListener('click', done);
  byId('at').addEventListener('input', () => byId('at').setCustomValidity(''));
  byId('pointing').addEventListener('submit', e => { e.preventDefault(); setPoint(); });
  byId('search').addEventListener('submit', e => {
    e.preventDefault();
    const text = byId('text').value.trim();
    if (text) search(text);
  });
  document.addEventListener('keydown', pressed);
  drawNames();
  drawCounts();
  await go(Math.max(0, nextOpen(-1)));
  document.documentElement.dataset.ready = 'yes';
}

start();
