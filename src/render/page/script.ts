/**
 * Sorts and filters tables. Without it the page is complete: the buttons and the fields are made here. Everything else may not run, which the hash says
 * (a test holds it against the text).
 */
export const SCRIPT = `'use strict'
let number = 0
for (const table of document.querySelectorAll('table[data-sort]')) {
  const body = table.tBodies[0]
  const rows = [...body.rows]
  const heads = [...table.tHead.rows[0].cells]
  const key = (row, at) => {
    const cell = row.cells[at]
    const by = cell.dataset.by
    return by === undefined ? cell.textContent : by === '' ? null : Number(by)
  }
  const compare = (a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b)))
  heads.forEach((head, at) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...head.childNodes)
    head.append(button)
    button.onclick = () => {
      const first = head.classList.contains('n') ? 'descending' : 'ascending'
      const other = first === 'ascending' ? 'descending' : 'ascending'
      const order = head.ariaSort === first ? other : first
      for (const each of heads) each.removeAttribute('aria-sort')
      head.setAttribute('aria-sort', order)
      const way = order === 'ascending' ? 1 : -1
      rows.sort((one, two) => {
        const a = key(one, at)
        const b = key(two, at)
        return a === null || b === null ? (a === null) - (b === null) : way * compare(a, b)
      })
      body.append(...rows)
    }
  })
  if (rows.length < 5) continue
  const label = document.createElement('label')
  const field = document.createElement('input')
  const found = document.createElement('span')
  const line = document.createElement('div')
  number += 1
  field.type = 'search'
  field.id = 'filter-' + number
  label.htmlFor = field.id
  label.textContent = 'Filter ' + table.dataset.sort
  found.setAttribute('role', 'status')
  line.className = 'filter'
  line.append(label, field, found)
  table.parentNode.before(line)
  field.oninput = () => {
    const word = field.value.trim().toLowerCase()
    let shown = 0
    for (const row of rows) {
      row.hidden = !row.textContent.toLowerCase().includes(word)
      if (!row.hidden) shown += 1
    }
    found.textContent = word === '' ? '' : shown + ' of ' + rows.length
  }
}
`

/** SHA-256 of the script, as a Content-Security-Policy wants it. */
export const SCRIPT_HASH = 'sha256-qqPjWnSO+ND8v/njerykXDgrNZ+lA9WCv+7A34dBfBU='
