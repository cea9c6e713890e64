// Searching the words of events. What is compared is made of the rows a few
// chunks at a time while the reader looks around, and at once when he searches.

const searched = ['title', 'sub_event_type', 'actor1', 'actor2', 'place', 'place_name', 'adm1', 'adm2', 'country', 'document', 'source', 'quote'];
const searchedAt = searched.map(name => columnAt.get(name));
const plain = []; // of each event, as far as chunks have been read

// plainText is what texts are compared by: without case and accents.
function plainText(s) {
  s = s.toLowerCase();
  return /^[\x00-\x7f]*$/.test(s) ? s : s.normalize('NFD').replace(/\p{M}/gu, '');
}

function readWords(until) {
  while (plain.length < Math.min(until, size)) {
    const rows = JSON.parse(utf8.decode(unpack(chunks[plain.length / settings.chunk])));
    for (const row of rows) {
      let text = '';
      for (const at of searchedAt) if (row[at] !== null) text += row[at] + '\n';
      plain.push(plainText(text));
    }
  }
}

// readWordsSlowly reads on whenever the browser has nothing better to do.
function readWordsSlowly() {
  if (plain.length >= size) return;
  const next = deadline => {
    do readWords(plain.length + 1); while (deadline.timeRemaining() > 4 && plain.length < size);
    readWordsSlowly();
  };
  if (window.requestIdleCallback) requestIdleCallback(next);
  else setTimeout(() => next({ timeRemaining: () => 0 }), 30);
}

// matchText keeps the events that have all words of a text, in any order.
function matchText(text, keep) {
  const words = plainText(text).split(/\s+/).filter(Boolean);
  if (!words.length) return;
  readWords(size);
  for (let i = 0; i < size; i++) {
    if (keep[i] && !words.every(w => plain[i].includes(w))) keep[i] = 0;
  }
}
