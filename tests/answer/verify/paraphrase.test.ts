/** Free wording as it is usual in summaries, and the falsehoods that come closest to it. */

import { describe, expect, it } from 'vitest'
import { check, failed } from './builders.ts'

describe('a free paraphrase is supported', () => {
  it.each([
    [
      'noun of action and a verb that says nothing',
      'Vom Vermieter ist eine Bestätigung des Einzugs auszustellen.',
      'Der Vermieter hat den Einzug zu bestätigen.',
    ],
    [
      'compound taken apart',
      'Die Höhe hängt von der Nutzungsdauer ab.',
      'Die Höhe hängt von der Dauer der Nutzung ab.',
    ],
    ['part of a compound', 'Der Weg zur Schule ist kurz.', 'Der Schulweg ist kurz.'],
    ['duty in a compound', 'Für Hallen besteht Anschlusspflicht.', 'Hallen müssen angeschlossen werden.'],
    ['noun of quality', 'Das Verfahren ist komplex.', 'Die Komplexität des Verfahrens ist bekannt.'],
    [
      'end of a month',
      'Der Bericht muss bis Ende Oktober vorliegen.',
      'Der Bericht muss bis zum 31. Oktober vorliegen.',
    ],
    [
      'rate in a noun',
      'Teilzeit ist bis zu 32 Stunden pro Woche erlaubt.',
      'Teilzeit ist bis zu 32 Wochenstunden erlaubt.',
    ],
    [
      'the only permitted way is a must',
      'Der Transport in Kisten ist vorgeschrieben.',
      'Akten dürfen nur in Kisten transportiert werden.',
    ],
    [
      'limit of a relative clause',
      'Das Attest darf höchstens drei Monate alt sein.',
      'Vorzulegen ist ein Attest, das nicht älter als drei Monate sein darf.',
    ],
    [
      'condition that only says there is one',
      'Vorfälle sind dem Amt zu melden.',
      'Werden Vorfälle festgestellt, sind sie dem Amt zu melden.',
    ],
    [
      'plural without an article',
      'Jeder Vorgang muss dokumentiert werden.',
      'Vorgänge sind zu dokumentieren.',
    ],
    ['exemption', 'Für Blindenhunde fällt keine Steuer an.', 'Von der Steuer befreit sind Blindenhunde.'],
    [
      'indirect question',
      'Ob der Antrag zulässig ist, entscheidet der Rat.',
      'Über die Zulässigkeit des Antrags entscheidet der Rat.',
    ],
    [
      'ban whose relative clause is in two parts',
      'Das Einleiten von Stoffen, die Rohre verstopfen oder Menschen gefährden können, ist nicht erlaubt.',
      'Das Einleiten von Stoffen, die Rohre verstopfen oder Menschen gefährden können, ist verboten.',
    ],
    [
      'places in a list',
      'Hunde müssen in Parks, auf Wiesen und an Seen an der Leine geführt werden.',
      'Hunde sind in Parks, auf Wiesen und an Seen an der Leine zu führen.',
    ],
  ])('%s', (_name, claim, evidence) => {
    expect(failed(check(claim, evidence))).toEqual([])
  })

  it('a thing that the passage has named before', () => {
    const evidence = ['Ein Zeugnis ist vorzulegen.', 'Die Vorlage ist alle fünf Jahre zu wiederholen.']
    expect(failed(check('Alle fünf Jahre ist das Zeugnis erneut vorzulegen.', ...evidence))).toEqual([])
  })
})

describe('what only resembles the evidence is not supported', () => {
  it.each([
    [
      'value of the other thing',
      'Die Ruhezeit für Urnen beträgt 25 Jahre.',
      'Die Ruhezeit für Särge beträgt 25 Jahre, für Urnen 15 Jahre.',
      'numbers',
    ],
    [
      'parts exchanged between active and passive',
      'Der Bürgermeister stellt den Entwurf auf und die Kämmerin stellt ihn fest.',
      'Der Entwurf wird von der Kämmerin aufgestellt und vom Bürgermeister festgestellt.',
      'roles',
    ],
    [
      'deadline in place of a condition',
      'Die Genehmigung erlischt drei Jahre nach ihrer Erteilung.',
      'Die Genehmigung erlischt, wenn innerhalb von drei Jahren nach ihrer Erteilung nicht mit dem Bau begonnen wird.',
      'conditions',
    ],
    [
      'limit of a condition left out',
      'Fällt das Verfahren aus, wird auf Papier umgestellt.',
      'Fällt das Verfahren länger als vier Stunden aus, wird auf Papier umgestellt.',
      'conditions',
    ],
    [
      'bound without a number',
      'Die Zahl ist höchstens so weit zu erhöhen, dass die Quote erreicht wird.',
      'Die Zahl ist mindestens so weit zu erhöhen, dass die Quote erreicht wird.',
      'quantifiers',
    ],
    ['some made all', 'Alle Vorgänge werden geprüft.', 'Einige Vorgänge werden geprüft.', 'quantifiers'],
  ])('%s', (_name, claim, evidence, name) => {
    expect(failed(check(claim, evidence))).toContain(name)
  })

  it('who acts is no topic', () => {
    const evidence = ['Der Verein betreibt das Portal.', 'Meldungen sind binnen 24 Stunden abzugeben.']
    expect(check('Der Verein muss Meldungen binnen 24 Stunden abgeben.', ...evidence).verdict).not.toBe(
      'supported',
    )
  })
})
