/** Prepositions in pairs of contraries. */

const CONTRARY: Record<string, string> = {
  vor: 'nach',
  nach: 'vor',
  mit: 'ohne',
  ohne: 'mit',
  innerhalb: 'außerhalb',
  außerhalb: 'innerhalb',
  gegen: 'für',
  oberhalb: 'unterhalb',
  unterhalb: 'oberhalb',
}

/** Null for a word that has none. */
export function contraryRelation(word: string): string | null {
  return CONTRARY[word] ?? null
}
