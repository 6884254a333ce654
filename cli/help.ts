/** The help texts, made from the commands and settings themselves. */

import type { Command } from './command.ts'
import { toFlagName } from './config.ts'
import { SETTINGS, type Setting } from './settings.ts'
import { wrap } from './terminal.ts'

const WIDTH = 100
const NAME_WIDTH = 26

export function renderHelp(commands: readonly Command[]): string {
  const lines = commands.map(({ name, summary }) => row(name, summary))
  return `Fundstelle beantwortet Fragen aus Ihren Dokumenten, jeder Satz mit Fundstelle.

Aufruf: npx fundstelle BEFEHL [Optionen]

${lines.join('\n')}
${row('help BEFEHL', 'Optionen eines Befehls')}
${row('version', 'Version zeigen')}

Jede Einstellung aus .env.example gilt als Umgebungsvariable und als Flag (--port für PORT, --data für DATA_DIR).
`
}

export function renderCommandHelp({ name, usage, summary, options = {}, settings = [] }: Command): string {
  const own = Object.entries(options).map(([option, { value, description }]) =>
    row(`--${option}${value ? ` ${value}` : ''}`, description),
  )
  const named = settings
    .filter((setting) => !(toFlagName(setting) in options))
    .map((setting) => {
      const { description, defaultText }: Setting = SETTINGS[setting]
      const preset = defaultText ? ` [${defaultText}]` : ''
      return row(`--${toFlagName(setting)} …`, `${description} (${setting})${preset}`)
    })
  return `${summary}\n\nAufruf: npx fundstelle ${name} ${usage}\n\n${[...own, ...named].join('\n')}\n`
}

function row(name: string, text: string): string {
  const label = `  ${name}`.padEnd(NAME_WIDTH - 1)
  return wrap(`${label} ${text}`, WIDTH, ' '.repeat(NAME_WIDTH))
}
