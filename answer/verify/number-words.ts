/** German number words: zwölf → 12, zweiundzwanzig → 22, dreihundertfünfzig → 350, anderthalb → 1.5. */

const UNITS: Record<string, number> = {
  null: 0,
  ein: 1,
  eins: 1,
  zwei: 2,
  zwo: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  dreizehn: 13,
  vierzehn: 14,
  fünfzehn: 15,
  sechzehn: 16,
  siebzehn: 17,
  achtzehn: 18,
  neunzehn: 19,
}
const TENS: Record<string, number> = {
  zwanzig: 20,
  dreißig: 30,
  dreissig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
}
const ALONE: Record<string, number> = { anderthalb: 1.5, eineinhalb: 1.5, zweieinhalb: 2.5, dutzend: 12 }
const DATIVE = /^(zwei|drei|vier|fünf|sechs|acht|neun|zehn|elf|zwölf)en?$/
const ORDINAL: Record<string, number> = { erst: 1, zweit: 2, dritt: 3, viert: 4, siebt: 7, acht: 8 }

/** The value of a lower-case word; null for anything but a number. `ein` alone is an article, not a number. */
export function numberWord(word: string): number | null {
  if (word in ALONE) return ALONE[word]!
  const plain = DATIVE.exec(word)?.[1] ?? word
  return plain === 'ein' ? null : below(plain)
}

/** `dritte`, `zwanzigsten` → 3, 20; null otherwise. `erste` is too often no number ("die ersten Verbote"). */
export function ordinalWord(word: string): number | null {
  const base = /^(.+?)(?:st)?e[nrsm]?$/.exec(word)?.[1]
  if (!base) return null
  if (base in ORDINAL && base !== 'erst') return ORDINAL[base]!
  const stemmed = /^(.+?)(?:t|st)e[nrsm]?$/.exec(word)?.[1]
  const value = stemmed ? below(stemmed) : null
  return value !== null && value > 3 ? value : null
}

function below(word: string): number | null {
  const scale = /^(.*?)(tausend|hundert)(.*)$/.exec(word)
  if (scale) {
    const [, before, name, after] = scale
    const factor = before === '' ? 1 : below(before!)
    const rest = after === '' ? 0 : below(after!.replace(/^und/, ''))
    return factor === null || rest === null ? null : factor * (name === 'tausend' ? 1000 : 100) + rest
  }
  if (word in UNITS) return UNITS[word]!
  if (word in TENS) return TENS[word]!
  const compound = /^(.+?)und(.+)$/.exec(word)
  const [unit, ten] = compound ? [UNITS[compound[1]!], TENS[compound[2]!]] : []
  return unit !== undefined && ten !== undefined && unit < 10 ? unit + ten : null
}
