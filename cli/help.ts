/** The help texts, made from the commands and settings themselves. */

import type { Command } from './command.ts'
import { toFlagName } from './config.ts'
import { SETTINGS, type Setting } from './settings.ts'
import { wrap } from './terminal.ts'

const NAME_WIDTH = 26

export function renderHelp(commands: readonly Command[], columns: number): string {
  const rows = [
    ...commands.map(({ name, summary }) => [name, summary] as const),
    ['help BEFEHL', 'Optionen eines Befehls'] as const,
    ['version', 'Version zeigen'] as const,
  ]
  return `${wrap('Fundstelle beantwortet Fragen aus Ihren Dokumenten, jeder Satz mit Fundstelle.', columns)}

Aufruf: npx fundstelle BEFEHL [Optionen]

${rows.map(([name, summary]) => row(name, summary, columns)).join('\n')}

Beispiele:
  npx fundstelle start
  npx fundstelle ingest --source meine-dokumente --data meine-daten
  npx fundstelle ask "Wen informieren wir zuerst bei einem Cyberangriff?"

${wrap('Jede Einstellung aus .env.example gilt als Umgebungsvariable und als Flag (--port für PORT, --data für DATA_DIR).', columns)}
`
}

export function renderCommandHelp(command: Command, columns: number): string {
  const { name, usage, summary, options = {}, settings = [] } = command
  const own = Object.entries(options).map(([option, { value, description }]) =>
    row(`--${option}${value ? ` ${value}` : ''}`, description, columns),
  )
  const named = settings
    .filter((setting) => !(toFlagName(setting) in options))
    .map((setting) => {
      const { description, defaultText }: Setting = SETTINGS[setting]
      const preset = defaultText ? `, Voreinstellung ${defaultText}` : ''
      // The flag stands to the left already.
      const text = description.replace(/ \(Flag: [^)]*\)/, '')
      return row(`--${toFlagName(setting)} …`, `${text} (${setting}${preset})`, columns)
    })
  return `${wrap(summary, columns)}\n\nAufruf: npx fundstelle ${name} ${usage}\n\n${[...own, ...named].join('\n')}\n`
}

function row(name: string, text: string, columns: number): string {
  const label = `  ${name}`.padEnd(NAME_WIDTH - 1)
  return wrap(`${label} ${text}`, columns, ' '.repeat(NAME_WIDTH))
}
