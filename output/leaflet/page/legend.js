// The key: what sizes and looks mean.

let usualSizing = '';

function makeKey() {
  usualSizing = anyKilled() ? 'killed' : 'events';
  setSizing(usualSizing);
  document.querySelector('#key details').addEventListener('toggle', showSizes); // on a phone they show only then
  $('sizing').addEventListener('change', () => {
    setSizing($('sizing').value);
    dots.redraw();
    saveView();
  });
}

function setSizing(of) {
  chooseSizing(of);
  $('sizing').value = of;
  showSizes();
}

// showSizes draws circles into each other, the largest near the largest there is.
function showSizes() {
  const { least, perRoot, most } = sizing.scale, largest = Math.pow((most - least) / perRoot, 2);
  const steps = [1, 10, 100, 1000, 10000].filter(n => n <= Math.max(10, largest)).slice(-3);
  const canvas = $('sizes');
  canvas.style.height = Math.max(44, 2 * dotRadius(steps[steps.length - 1]) + 10) + 'px';
  const c = sharp(canvas), h = canvas.clientHeight;
  c.font = '11px ' + colours.font;
  c.textBaseline = 'middle';
  c.strokeStyle = c.fillStyle = colours.muted;
  const x = dotRadius(steps[steps.length - 1]) + 2;
  let free = h; // of words, from below
  for (const n of steps) {
    const r = dotRadius(n), top = h - 3 - 2 * r;
    free = Math.min(top, free - 12);
    c.lineWidth = 1;
    c.beginPath();
    c.arc(x, h - 3 - r, r, 0, 2 * Math.PI);
    c.stroke();
    c.beginPath();
    c.moveTo(x, top);
    c.lineTo(2 * x + 3, top);
    c.lineTo(2 * x + 8, free);
    c.stroke();
    c.fillText(numbers.format(n), 2 * x + 11, free);
  }
}

// sharp clears a canvas and returns its context, in pixels of the page.
function sharp(canvas) {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = canvas.clientWidth * ratio;
  canvas.height = canvas.clientHeight * ratio;
  const c = canvas.getContext('2d');
  c.scale(ratio, ratio);
  return c;
}
