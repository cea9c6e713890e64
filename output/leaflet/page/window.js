// The window of days on the time bar: dragging, keys and playing.

function makeTime() {
  const track = $('track');
  if (!readTime(track.clientWidth)) {
    $('time').hidden = true;
    return;
  }
  countBins();
  track.addEventListener('pointerdown', startDrag);
  track.addEventListener('pointermove', e => { track.title = barWords(e.clientX - track.getBoundingClientRect().left, track.clientWidth); });
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
  const bin = stretchOf(timeline.edges, day);
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
  const bin = Math.max(0, Math.min(last, stretchOf(timeline.edges, day) + step));
  return end === 'from' ? timeline.edges[bin] : timeline.edges[bin + 1] - 1;
}

// play slides the window through time; without one it lets events add up from
// the first.
function play() {
  if (filters.from === null || filters.to === timeline.last) {
    const length = filters.from === null || filters.from === timeline.first ? null : stretchOf(timeline.edges, filters.to) - stretchOf(timeline.edges, filters.from);
    if (length === null) choose(timeline.first, timeline.edges[1] - 1);
    else choose(timeline.first, timeline.edges[length + 1] - 1);
  }
  const growing = filters.from === timeline.first;
  $('play').setAttribute('aria-label', 'Pause');
  $('play').classList.add('on');
  $('status').setAttribute('aria-live', 'off'); // not each step aloud
  playing = setInterval(() => advance(growing), Math.max(60, Math.min(400, 24000 / timeline.edges.length)));
}

function advance(growing) {
  const from = stretchOf(timeline.edges, filters.from), to = stretchOf(timeline.edges, filters.to);
  if (filters.from === null || to + 1 >= timeline.edges.length - 1) return stop();
  choose(growing ? timeline.first : timeline.edges[from + 1], timeline.edges[to + 2] - 1);
}

function stop() {
  clearInterval(playing);
  playing = 0;
  $('play').setAttribute('aria-label', 'Play');
  $('play').classList.remove('on');
  $('status').setAttribute('aria-live', 'polite');
}
