/** Cuts what a model writes into complete sentences while it is still writing. Pure state; judges nothing. */

import { splitSentences } from '../../search/german/sentences.ts'

export interface WrittenSentence {
  text: string
  isItem: boolean
  /** Begins a line that is no list item. */
  startsLine: boolean
}

export interface SentenceCutter {
  /** Sentences that are complete with this piece. */
  push(piece: string): WrittenSentence[]
  /** What is left; a model that was cut off has not finished its last sentence. */
  end(how: 'complete' | 'cut'): WrittenSentence[]
}

const LIST_MARK = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+/u
/** Headings, bold lines, rules, code fences, rows of tables and lone tags say nothing as a sentence. */
const NO_SENTENCE = /^\s*(?:#{1,6}\s.*|\*\*[^*]+\*\*:?|[-*_=]{3,}|```.*|~~~.*|\|.*|<\/?\p{L}[^>]*>)\s*$/u
const THOUGHT = /<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/giu
const OPEN_THOUGHT = /<think(?:ing)?>[\s\S]*$/iu

export function createSentenceCutter(): SentenceCutter {
  let rest = ''
  /** The current line has given a sentence already, or none yet. */
  let line: 'fresh' | 'item' | 'text' = 'fresh'

  function cutLine(text: string, isWhole: boolean): { sentences: WrittenSentence[]; used: number } {
    if (line === 'fresh' && NO_SENTENCE.test(text)) return { sentences: [], used: isWhole ? text.length : 0 }
    const mark = line === 'fresh' ? (LIST_MARK.exec(text)?.[0].length ?? 0) : 0
    const body = text.slice(mark)
    const sentences: WrittenSentence[] = []
    let used = 0
    for (const { start, end } of splitSentences(body)) {
      // Whether a full stop ends a sentence shows only in the word behind it ("am 3. Mai").
      if (!isWhole && !/^\s+\S+\s/u.test(body.slice(end))) break
      const isItem = line === 'item' || mark > 0
      sentences.push({ text: body.slice(start, end), isItem, startsLine: line === 'fresh' && !isItem })
      line = isItem ? 'item' : 'text'
      used = mark + end
    }
    return { sentences, used }
  }

  function cutLines(): WrittenSentence[] {
    const sentences: WrittenSentence[] = []
    rest = rest.replace(THOUGHT, '').replace(/(?<=[^\s.!?:])[ \t]*\n(?=\p{Ll})/gu, ' ')
    // The first character of the next line tells whether the sentence goes on there.
    for (let at = rest.search(/\n\s*\S/u); at >= 0; at = rest.search(/\n\s*\S/u)) {
      sentences.push(...cutLine(rest.slice(0, at), true).sentences)
      rest = rest.slice(at).trimStart()
      line = 'fresh'
    }
    return sentences
  }

  return {
    push(piece) {
      rest += piece
      const thought = OPEN_THOUGHT.exec(rest.replace(THOUGHT, ''))
      if (thought) return []
      const sentences = cutLines()
      const cut = cutLine(rest, false)
      rest = rest.slice(cut.used)
      return [...sentences, ...cut.sentences]
    },
    end(how) {
      rest = rest.replace(THOUGHT, '').replace(OPEN_THOUGHT, '')
      const sentences = cutLines()
      const last = cutLine(rest, true).sentences
      rest = ''
      return [...sentences, ...(how === 'cut' ? last.filter(({ text }) => /[.!?]$/u.test(text)) : last)]
    },
  }
}
