// What the page says of an event of its own: as details.js asks for it.

// facts returns what returns what an event says in a column.
function facts(event) {
  return name => {
    if (name === 'start') return dated(event) ? isoDay(firstDay[event]) : null;
    if (name === 'end') return dated(event) ? isoDay(lastDay[event]) : null;
    return get(event, name);
  };
}

function dot(event) {
  const e = element('span', precisionOf[event] >= coarseFrom || !located(event) ? 'dot hollow' : 'dot');
  e.style.color = 'var(--type-' + typeOf[event] + ')';
  return e;
}

// story is all that is said of an event, the input's own columns included.
function story(event) {
  const box = details(facts(event), dot(event)), more = own(event);
  if (more) box.append(more);
  return box;
}

// own shows the input's own columns.
function own(event) {
  const list = element('dl', '');
  const values = row(event);
  for (let at = settings.fixed; at < settings.columns.length; at++) {
    const value = values[at];
    if (value !== null && value !== '') list.append(written('dt', '', settings.columns[at]), written('dd', '', String(value)));
  }
  if (!list.childElementCount) return null;
  return element('details', 'own', element('summary', '', 'From the input'), list);
}
