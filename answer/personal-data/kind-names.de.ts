/** What German readers call each kind of personal data. */

import type { PersonalDataKind } from '../personal-data.ts'

export const KIND_NAMES: Record<PersonalDataKind, string> = {
  iban: 'IBAN',
  taxId: 'Steuer-ID',
  email: 'E-Mail-Adresse',
  phone: 'Telefonnummer',
  fileNumber: 'Aktenzeichen',
  name: 'Name',
  birthDate: 'Geburtsdatum',
}
