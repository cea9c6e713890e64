// The list beside the map. Of a hundred thousand events only those in sight are
// elements of the page, each at its place in a box as high as all of them.

const rowHeight = 64; // pixels, as in page.css
const rowsBeyond = 6; // above and below what is in sight
const mostPrinted = 300;
let items = new Map(); // by place in the list

function fillList() {
  list = shownEvents();
  for (const li of items.values()) li.remove();
  items = new Map();
  $('list').style.height = list.length * rowHeight + 'px';
  $('none').hidden = list.length > 0;
  $('printed').textContent = list.length > mostPrinted ? 'The first ' + mostPrinted + ' of ' + countWords(list.length, 'event', 'events') + ' are listed.' : '';
  $('scroll').scrollTop = 0;
  showRows();
}

// inSight returns the first and last place of the list on the screen, however
// the page lets it scroll.
function inSight() {
  const box = $('scroll').getBoundingClientRect(), top = $('list').getBoundingClientRect().top;
  const from = Math.max(box.top, 0) - top, to = Math.min(box.bottom, innerHeight) - top;
  return [Math.max(0, Math.floor(from / rowHeight) - rowsBeyond), Math.min(list.length, Math.ceil(to / rowHeight) + rowsBeyond) - 1];
}

function showRows() {
  const [first, last] = matchMedia('print').matches ? [0, Math.min(mostPrinted, list.length) - 1] : inSight();
  for (const [at, li] of items) {
    if ((at < first || at > last) && !li.contains(document.activeElement)) {
      li.remove();
      items.delete(at);
    }
  }
  for (let at = first; at <= last; at++) if (!items.has(at)) showRow(at);
}

// showRow adds a row where it belongs among the others, for those who read the
// page in its order.
function showRow(at) {
  const li = listItem(list[at]);
  li.style.top = at * rowHeight + 'px';
  li.setAttribute('aria-posinset', at + 1);
  li.setAttribute('aria-setsize', list.length);
  li.dataset.at = at;
  if (list[at] === dots.selected) li.firstChild.setAttribute('aria-current', 'true');
  let before = null;
  for (const [other, there] of items) if (other > at && (!before || other < +before.dataset.at)) before = there;
  $('list').insertBefore(li, before);
  items.set(at, li);
}

// focusRow moves the focus to a row, and the list so that it is in sight.
function focusRow(at) {
  if (at < 0 || at >= list.length) return;
  if (!items.has(at)) showRow(at);
  const button = items.get(at).firstChild;
  button.focus({ preventScroll: true });
  items.get(at).scrollIntoView({ block: 'nearest' });
}

function moveInList(e) {
  const li = e.target.closest('li');
  if (!li) return;
  const at = +li.dataset.at, page = Math.max(1, Math.floor($('scroll').clientHeight / rowHeight) - 1);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: Math.min(at + page, list.length - 1), PageUp: Math.max(0, at - page), Home: 0, End: list.length - 1 }[e.key];
  if (to === undefined) return;
  e.preventDefault();
  focusRow(to);
}

// markInList marks the chosen event where it is in sight.
function markInList(event) {
  for (const old of $('list').querySelectorAll('[aria-current]')) old.removeAttribute('aria-current');
  const button = event < 0 ? null : $('list').querySelector('[data-event="' + event + '"]');
  if (button) button.setAttribute('aria-current', 'true');
}

// fromList opens an event of the list. With the keyboard the pop-up gets the
// focus, and gives it back when it is closed.
function fromList(event, byKey) {
  if (located(event)) {
    const at = placeAt(spotOf[event]);
    if (map.getZoom() < 6 || !map.getBounds().contains(at)) map.setView(at, Math.max(map.getZoom(), 6), { animate: !reducedMotion() });
  }
  open(event);
  const content = document.querySelector('.leaflet-popup .details');
  if (!byKey || !content) return;
  content.tabIndex = -1;
  content.focus();
  map.once('popupclose', () => focusRow(list.indexOf(event)));
}

function listItem(event) {
  const f = facts(event), button = element('button', 'item', dot(event));
  button.type = 'button';
  button.dataset.event = event;
  const meta = [dateOf(f), ...tolls(f).slice(0, 1)];
  if (!located(event)) meta.push('not on the map');
  button.append(element('span', 'text', written('span', 'title', titleOf(f)), element('span', 'meta', sentence(meta.join(' · ')).replace(/\.$/, ''))));
  return element('li', '', button);
}

// pileList lists events of one place, some at a time.
function pileList(events) {
  const box = element('ol', 'pile');
  let listed = 0;
  const more = () => {
    box.append(...events.slice(listed, listed + 40).map(listItem));
    listed = Math.min(listed + 40, events.length);
  };
  more();
  box.addEventListener('scroll', () => {
    if (listed < events.length && box.scrollTop + box.clientHeight > box.scrollHeight - 200) more();
  });
  box.addEventListener('click', e => {
    const button = e.target.closest('.item');
    if (button) open(+button.dataset.event, events);
  });
  return box;
}
