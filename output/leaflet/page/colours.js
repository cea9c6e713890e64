// What the parts of the page share: the colours of the day or the night, and the
// state that more than one of them changes.

const colours = { classes: [] };
const $ = id => document.getElementById(id);

let map, dots, backdrop, playing = 0;
let list = new Int32Array(0); // the events shown, in their order

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
