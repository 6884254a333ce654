/** What the answering part says to English readers; the quoted sentences keep the language of their documents. */

import type { PersonalDataKind } from './personal-data.ts'
import { toLabel } from './render.ts'
import type { Texts } from './texts.ts'

const PERSONAL_DATA: Record<PersonalDataKind, string> = {
  iban: 'IBAN',
  taxId: 'tax identification number',
  email: 'e-mail address',
  phone: 'telephone number',
  fileNumber: 'file reference',
  name: 'name',
  birthDate: 'date of birth',
}

export const TEXTS_EN: Texts = {
  lead: 'These sentences are quoted word for word from the documents, in the language of the documents. Please check that they answer your question:',
  abstained: {
    nothing_found:
      'I found nothing about this in the documents at hand. Please rephrase the question or choose another group of documents.',
    not_covered:
      'The documents at hand do not answer this question reliably. The following passages come closest; please check for yourself whether they help.',
    no_question:
      'I answer questions about the documents of this collection. Please ask a question, for example: “Who do we have to inform first after a cyberattack?”',
    index_incomplete:
      'The index is still being built; a reliable answer is possible only afterwards. By their words the following passages come closest; please ask again later.',
  },
  indexIncomplete: (share) =>
    `The index is still being built: ${Math.floor(share * 100)} % of the passages have vectors. The others are searched by words only, and answers do not take them into account yet.`,
  contradiction: ({ words: [own, other], sides: [a, b] }) =>
    `The documents contradict each other: “${own}” in ${toLabel(a.document)}, but “${other}” in ${toLabel(b.document)}. Please check which edition applies.`,
  generativeUnavailable:
    'No language model is set up. The answer consists of sentences quoted from the documents.',
  personalData: (kinds) =>
    `The question probably contains personal data (${kinds.map((kind) => PERSONAL_DATA[kind]).join(', ')}). They are not needed for the answer; please ask without them in future.`,
}
