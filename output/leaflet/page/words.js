// Words for people: dates, tolls, places and how sure they are. Nothing here
// touches the page.

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July',
  'August', 'September', 'October', 'November', 'December'];

// dayOfTime returns the day of a time like "2031-03-08T00:00:00".
function dayOfTime(time) {
  return time ? parseDay(time.slice(0, 10)) : null;
}

function dayWords(day) {
  const c = civil(day);
  return c.day + ' ' + monthNames[c.month] + ' ' + c.year;
}

// spanWords says two days as shortly as they allow: "8–14 March 2021".
function spanWords(first, last) {
  if (first === last) return dayWords(first);
  const a = civil(first), b = civil(last);
  if (a.year !== b.year) return dayWords(first) + ' – ' + dayWords(last);
  if (a.month !== b.month) return a.day + ' ' + monthNames[a.month] + ' – ' + dayWords(last);
  return a.day + '–' + dayWords(last);
}

function dateWords(first, last, precision, about) {
  if (first === null) return 'Date unknown';
  const c = civil(first), d = civil(last);
  const sameMonth = c.year === d.year && c.month === d.month;
  let words = spanWords(first, last);
  if (precision === 'month' && sameMonth) words = 'some day in ' + monthNames[c.month] + ' ' + c.year;
  if (precision === 'year') words = c.year === d.year ? 'some day in ' + c.year : 'between ' + c.year + ' and ' + d.year;
  if (precision === 'week') words = 'the week of ' + words;
  return (about ? 'about ' : '') + words;
}

const numbers = new Intl.NumberFormat('en');

function countWords(n, one, many) {
  return numbers.format(n) + ' ' + (n === 1 ? one : many);
}

// tollWords says a toll as far as it is known; empty if it is not.
function tollWords(best, low, high, word) {
  if (best === null && low === null && high === null) return '';
  if (best === null) {
    if (high === null) return 'at least ' + numbers.format(low) + ' ' + word;
    return (low === null ? 'at most ' : numbers.format(low) + ' to ') + numbers.format(high) + ' ' + word;
  }
  if (best === 0 && !high) return 'none ' + word;
  if (low !== null && low === best && high === null) return 'at least ' + numbers.format(best) + ' ' + word;
  if (low !== null && low > best && high === null) return 'more than ' + numbers.format(best) + ' ' + word;
  const range = low !== null && high !== null && low !== high ? ' (' + numbers.format(low) + ' to ' + numbers.format(high) + ')' : '';
  return numbers.format(best) + ' ' + word + range;
}

const precisionNames = ['exact', 'near', 'adm2', 'adm1', 'region', 'country', 'unknown'];

const precisionWords = {
  exact: 'The place itself is known',
  near: 'It happened somewhere around this place',
  adm2: 'Only the district is known',
  adm1: 'Only the province is known',
  region: 'Only the wider region is known',
  country: 'Only the country is known',
  unknown: 'How finely the place is known is not said',
};

const matchWords = {
  given: 'coordinates given by the source',
  decided: 'place decided by hand',
  exact: 'name found in the gazetteer as written',
  variant: 'name found under another spelling',
  fuzzy: 'name found despite a slip in the spelling',
  ambiguous: 'several places have this name, and none is claimed',
  unresolved: 'no place was found',
};

function metres(m) {
  if (m < 1000) return m + ' m';
  return numbers.format(Math.round(m / (m < 10000 ? 100 : 1000)) / (m < 10000 ? 10 : 1)) + ' km';
}

function certaintyWords(match, precision, radius, confidence) {
  if (match === 'ambiguous' || match === 'unresolved') return sentence(matchWords[match]);
  let words = precisionWords[precision] || precisionWords.unknown;
  if (radius) words += '; nine times in ten the true spot lies within ' + metres(radius);
  words += '. ' + sentence(matchWords[match] || match);
  if (confidence !== null) words += ' Probability that it is the right place: ' + percent(confidence) + '.';
  return words;
}

function percent(p) {
  const n = Math.round(p * 100);
  if (n === 100 && p < 1) return 'over 99 %';
  return n + ' %';
}

function sentence(words) {
  return words.charAt(0).toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? '' : '.');
}
