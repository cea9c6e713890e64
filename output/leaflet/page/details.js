// What is said of one event, of which f returns what it says in a column, null
// if nothing. All text of events goes in as text nodes; none of it is ever read
// as markup.

function element(tag, className, ...children) {
  const e = document.createElement(tag);
  if (className) e.className = className;
  for (const child of children) {
    if (child === null || child === undefined || child === '') continue;
    e.append(child);
  }
  return e;
}

// written is an element for text of the input, whose direction is its own.
function written(tag, className, text) {
  const e = element(tag, className, text);
  e.dir = 'auto';
  return e;
}

function titleOf(f) {
  return f('title') || f('event_type') || 'Event without a title';
}

function dateOf(f) {
  return dateWords(dayOfTime(f('start')), dayOfTime(f('end')), f('date_precision'), (f('date_edtf') || '').includes('~'));
}

function tolls(f) {
  const list = [tollWords(f('killed'), f('killed_low'), f('killed_high'), 'killed')];
  for (const word of ['wounded', 'displaced']) if (f(word)) list.push(tollWords(f(word), null, null, word));
  return list.filter(Boolean);
}

const regions = new Intl.DisplayNames(['en'], { type: 'region' });

function countryName(code) {
  try { return code ? regions.of(code) : ''; } catch { return code; }
}

// placeOf says where it happened, as written and as the gazetteer has it.
function placeOf(f) {
  const name = f('place'), relation = f('place_relation');
  if (!name) return '';
  const said = relation && relation !== 'in' ? relation + ' ' + name : name;
  const area = [f('adm2'), f('adm1'), countryName(f('country'))];
  const known = f('place_name');
  const around = area.filter((a, n) => a && a !== known && area.indexOf(a) === n);
  const type = f('place_type');
  const found = [known && known !== name ? known : '', type && !/^adm\d|country$/.test(type) ? type : ''].filter(Boolean).join(', ');
  return [said, [found, ...around].filter(Boolean).join(', ')].filter(Boolean).join(' — ');
}

// safeLink is a link only to the web: a javascript: address stays text.
function safeLink(address, text) {
  let url = null;
  try { url = new URL(address); } catch { /* not an address */ }
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return written('span', '', address);
  const a = written('a', '', text || url.hostname);
  a.href = url.href;
  a.target = '_blank';
  a.rel = 'noopener noreferrer';
  return a;
}

function sourceOf(f) {
  const publisher = f('source'), url = f('source_url'), doc = f('document');
  if (!publisher && !url && !doc) return null;
  const line = element('p', 'source', 'Source: ');
  line.append(url ? safeLink(url, publisher) : written('span', '', publisher || doc));
  if (doc && (publisher || url)) line.append(written('span', 'document', ' (' + doc + ')'));
  return line;
}

// details is all that is said of an event, under a mark for its type.
function details(f, mark) {
  const box = element('article', 'details');
  const kind = element('p', 'kind', mark, written('span', '', kindOf(f)));
  const status = f('status');
  if (status && status !== 'reported') kind.append(element('span', 'status', status));
  box.append(kind, written('h2', '', titleOf(f)), element('p', 'when', sentence(dateOf(f)).replace(/\.$/, '')));
  const actors = [f('actor1'), f('actor2')].filter(Boolean).join(' · ');
  const facts = element('dl', '');
  addFact(facts, 'Toll', tolls(f).join(', '));
  addFact(facts, 'Who', actors);
  addFact(facts, 'Where', placeOf(f));
  box.append(facts);
  const quote = f('quote');
  if (quote) box.append(written('blockquote', '', quote));
  const source = sourceOf(f);
  if (source) box.append(source);
  box.append(evidence(f));
  return box;
}

// kindOf says the type, and the finer one unless the title begins with it.
function kindOf(f) {
  const type = f('event_type') || 'Type unknown', sub = f('sub_event_type');
  return sub && sub !== type && !titleOf(f).startsWith(sub) ? type + ': ' + sub : type;
}

function addFact(list, name, text) {
  if (text) list.append(element('dt', '', name), written('dd', '', text));
}

// evidence says how sure the place is, and what speaks for it.
function evidence(f) {
  const box = element('div', 'evidence');
  box.append(element('p', '', certaintyWords(f('match'), f('place_precision'), f('place_radius_m'), f('confidence'))));
  const why = f('evidence'), others = f('candidates');
  if (why) box.append(written('p', '', 'What speaks for it: ' + why + '.'));
  if (others) box.append(written('p', '', 'It could also be: ' + others + '.'));
  return box;
}
