/** Years of models, two digits: a name that ends in other digits has a size there. */
const YEARS = { from: 22, to: 49 }

/** Digits that a calendar has, as months with a day or a year (`0613`, `05-06`, `2411`, `08-2024`, `2024-09-12`), and what is no date. */
export function isSnapshot(ending: string): boolean {
  const digits = ending.replaceAll('-', '')
  if (ending === 'latest' || digits.length === 3) return true
  const [first, second] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))]
  if (digits.length === 4) return isDay(first, second) || (isYear(first) && isMonth(second))
  if (/^\d{2}-\d{4}$/.test(ending)) return isMonth(first) && second === 20
  return first === 20 && isYear(second) && isDay(Number(digits.slice(4, 6)), Number(digits.slice(6, 8)))
}

function isDay(month: number, day: number): boolean {
  return isMonth(month) && day >= 1 && day <= 31
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12
}

function isYear(year: number): boolean {
  return year >= YEARS.from && year <= YEARS.to
}
