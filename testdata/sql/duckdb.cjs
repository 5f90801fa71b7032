// Runs the statements of standard input, which a line "--" alone parts, in DuckDB and
// prints the rows of the last one as lines, cells parted by "|". The first argument is
// the folder in which its npm packages lie.
const { createRequire } = require('module')
const { readFileSync } = require('fs')
const { join } = require('path')
const { DuckDBInstance } = createRequire(join(process.argv[2], 'x.js'))('@duckdb/node-api')

async function main() {
  const db = await (await DuckDBInstance.create(':memory:')).connect()
  let rows = []
  for (const sql of readFileSync(0, 'utf8').split('\n--\n')) {
    rows = (await db.runAndReadAll(sql)).getRowsJson()
  }
  for (const row of rows) console.log(row.map(cell => cell === null ? '' : String(cell)).join('|'))
}

main().catch(err => { console.error(String(err)); process.exit(1) })
