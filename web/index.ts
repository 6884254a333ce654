/** Entry of the chat page. */

import './elements/app.ts'
import { themeSheet } from './styles/sheets.ts'
import { applyTheme, loadTheme } from './theme.ts'

document.adoptedStyleSheets.push(themeSheet.styleSheet!)
applyTheme(loadTheme())
