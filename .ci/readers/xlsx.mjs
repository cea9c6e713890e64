// Prints the sheets of a workbook as GeoJSON, as SheetJS sees them: date cells as
// days or times by their number format, formulas as {"formula": …}.
import XLSX from 'xlsx';
import { collection } from './collection.mjs';

const book = XLSX.readFile(process.argv[2], { cellNF: true, cellFormula: true, cellText: false });
const day = (serial) => new Date(Math.round((serial - 25569) * 86400) * 1000).toISOString();

function value(cell) {
  if (!cell) return null;
  if (cell.f !== undefined) return { formula: cell.f };
  if (cell.t !== 'n' || !/yy/.test(cell.z ?? '')) return cell.v;
  return /hh/.test(cell.z) ? day(cell.v).slice(0, 19) : day(cell.v).slice(0, 10);
}

const rows = [];
for (const name of book.SheetNames) {
  const sheet = book.Sheets[name];
  const range = XLSX.utils.decode_range(sheet['!ref']);
  const at = (r, c) => value(sheet[XLSX.utils.encode_cell({ r, c })]);
  for (let r = 1; r <= range.e.r; r++) {
    const row = {};
    for (let c = 0; c <= range.e.c; c++) row[at(0, c)] = at(r, c);
    rows.push(row);
  }
}
collection(rows.map((row) => [row, row.lat === null ? null : { type: 'Point', coordinates: [row.lon, row.lat] }]));
