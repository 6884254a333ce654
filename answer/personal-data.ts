/**
 * Finds what in a question is probably about a person. Pure, and free of everything but the language itself: the page
 * runs it before a question is sent, the server before an answer is given.
 */

import { findBirthDates } from './personal-data/birth-date.ts'
import { findEmails, findPhones } from './personal-data/contact.ts'
import { findFileNumbers } from './personal-data/file-number.ts'
import { findIbans } from './personal-data/iban.ts'
import { findNames } from './personal-data/names.ts'
import { findTaxIds } from './personal-data/tax-id.ts'

export { KIND_NAMES } from './personal-data/kind-names.de.ts'

export type PersonalDataKind = 'iban' | 'taxId' | 'email' | 'phone' | 'fileNumber' | 'name' | 'birthDate'

/** UTF-16 offsets into the text. */
export interface PersonalData {
  kind: PersonalDataKind
  start: number
  end: number
}

/** What a checksum confirms comes first: where findings overlap, the earlier kind stays. */
const FINDERS: [PersonalDataKind, (text: string) => { start: number; end: number }[]][] = [
  ['iban', findIbans],
  ['taxId', findTaxIds],
  ['email', findEmails],
  ['fileNumber', findFileNumbers],
  ['birthDate', findBirthDates],
  ['phone', findPhones],
  ['name', findNames],
]

/** In the order of the text, without overlap. A finding is a guess; none is no promise that there is nothing. */
export function findPersonalData(text: string): PersonalData[] {
  const found: PersonalData[] = []
  for (const [kind, find] of FINDERS) {
    for (const { start, end } of find(text)) {
      const isFree = found.every((other) => end <= other.start || other.end <= start)
      if (isFree) found.push({ kind, start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Each kind once, in the order of the text. */
export function kindsOf(found: readonly PersonalData[]): PersonalDataKind[] {
  return [...new Set(found.map(({ kind }) => kind))]
}
