/** Entry of the chat page. */

import { appSheets } from './elements/app.ts'
import { themeSheet } from './styles/sheets.ts'
import { applyTheme, loadTheme } from './theme.ts'

document.adoptedStyleSheets.push(...[themeSheet, ...appSheets].map((sheet) => sheet.styleSheet!))
applyTheme(loadTheme())
