// What the parts of the page share: the colours of the day or the night, and the
// state that more than one of them changes.

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
