/** A passage of the index as evidence. */

import type { Passage } from '../../search/document.ts'
import type { EvidencePassage } from './evidence-units.ts'

/** `text` is the whole document's; offsets of the result count in the passage. */
export function toEvidencePassage(
  passage: Passage,
  document: { title: string; text: string },
): EvidencePassage {
  return {
    text: document.text.slice(passage.start, passage.end),
    sentences: passage.sentences
      .filter(({ kind }) => kind !== 'heading' && kind !== 'reference')
      .map(({ start, end, kind }) => ({
        start: start - passage.start,
        end: end - passage.start,
        isListItem: kind === 'listItem',
      })),
    context: [document.title, ...passage.headingPath],
  }
}
