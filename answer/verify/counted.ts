/** Whether two numbers count the same thing: 19 Checklisten and 19 thematische Checklisten, 50 Beschäftigte and 50 Mitarbeiter. */

import { canonicalStems } from './canonical-stem.ts'
import { groupsOf } from './word-groups.ts'

/** True also where one side names nothing. */
export function sameCounted(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true
  const [own, other] = [canonicalStems(a), canonicalStems(b)]
  if (own.some((key) => other.includes(key))) return true
  if (own.some((key) => other.some((theirs) => key.endsWith(theirs) || theirs.endsWith(key)))) return true
  const groups = groupsOf(other)
  return groupsOf(own).some((group) => groups.includes(group))
}
