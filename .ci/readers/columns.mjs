// Prints which kind of column the analyser of kepler.gl takes each property of a
// GeoJSON for: {"start": "DATETIME YYYY-M-DTH:m:s", …}.
import { readFileSync } from 'node:fs';
import analyser from 'type-analyzer';

const rows = JSON.parse(readFileSync(process.argv[2], 'utf8')).features.map(f => f.properties);
const columns = analyser.Analyzer.computeColMeta(rows, [], { ignoredDataTypes: [] });
console.log(JSON.stringify(Object.fromEntries(columns.map(c => [c.key, (c.type + ' ' + c.format).trim()]))));
