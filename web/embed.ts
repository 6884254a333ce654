/** Entry of `/embed`, the page for an iframe. `?heading=` and `?collections=` stand for the widget's attributes. */

import './elements/chat.ts'
import { themeSheet } from './styles/sheets.ts'

document.adoptedStyleSheets.push(themeSheet.styleSheet!)
const chat = document.querySelector('fundstelle-chat')
const parameters = new URLSearchParams(location.search)
for (const name of ['heading', 'collections', 'theme']) {
  const value = parameters.get(name)
  if (value !== null) chat?.setAttribute(name, value)
}
